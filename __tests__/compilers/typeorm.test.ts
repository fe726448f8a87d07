import { typeorm } from '../../src/tools/typeorm';
import { compare, isInstalled } from './differential';
import { random } from './random';
import { typeormProgram } from './typeorm-programs';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 2000);

(isInstalled('typeorm') ? test : test.skip)(
  'sends what TypeORM sends',
  async () => {
    const programs = Array.from({ length: PROGRAMS }, (_program, seed) => typeormProgram(random(seed)));
    const { compared, differences } = await compare(
      typeorm,
      'typeorm',
      programs,
      (program) =>
        `const { Table, TableColumn, TableForeignKey, TableIndex, TableUnique, TableCheck, TableExclusion, View } = require('typeorm');\n` +
        `exports.Change1700000000000 = class { async up(queryRunner) {\n${program}\n} };`,
    );
    expect(differences.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(PROGRAMS * 0.8);
  },
  120_000,
);
