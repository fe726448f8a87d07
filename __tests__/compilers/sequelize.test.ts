import { sequelize } from '../../src/tools/sequelize';
import { compare, isInstalled } from './differential';
import { sequelizeProgram } from './sequelize-programs';
import { random } from './random';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 2000);

(isInstalled('sequelize') ? test : test.skip)(
  'sends what Sequelize sends',
  async () => {
    const programs = Array.from({ length: PROGRAMS }, (_program, seed) => sequelizeProgram(random(seed)));
    const { compared, differences } = await compare(
      sequelize,
      'sequelize',
      programs,
      (program) => `exports.up = async function (queryInterface, Sequelize) {\n${program}\n};`,
    );
    expect(differences.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(PROGRAMS * 0.8);
  },
  120_000,
);
