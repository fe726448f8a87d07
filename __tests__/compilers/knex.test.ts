import { knex } from '../../src/tools/knex';
import { compare, isInstalled } from './differential';
import { knexProgram } from './knex-programs';
import { random } from './random';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 2000);

(isInstalled('knex') ? test : test.skip)(
  'sends what Knex sends',
  async () => {
    const programs = Array.from({ length: PROGRAMS }, (_program, seed) => knexProgram(random(seed)));
    const { compared, differences } = await compare(
      knex,
      'knex',
      programs,
      (program) => `exports.up = async function (knex) {\n${program}\n};`,
    );
    expect(differences.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(PROGRAMS * 0.8);
  },
  120_000,
);
