import { nodePgMigrate } from '../../src/tools/node-pg-migrate';
import { compare, isInstalled } from './differential';
import { nodePgMigrateProgram } from './node-pg-migrate-programs';
import { random } from './random';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 2000);

(isInstalled('node-pg-migrate') ? test : test.skip)(
  'sends what node-pg-migrate sends',
  async () => {
    const programs = Array.from({ length: PROGRAMS }, (_program, seed) => nodePgMigrateProgram(random(seed)));
    const { compared, differences } = await compare(
      nodePgMigrate,
      'node-pg-migrate',
      programs,
      (program) => `exports.up = async (pgm) => {\n${program}\n};`,
    );
    expect(differences.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(PROGRAMS * 0.7);
  },
  120_000,
);
