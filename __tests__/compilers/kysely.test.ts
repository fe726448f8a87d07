import { kysely } from '../../src/tools/kysely';
import { compare, isInstalled } from './differential';
import { kyselyProgram } from './kysely-programs';
import { random } from './random';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 2000);

(isInstalled('kysely') ? test : test.skip)(
  'sends what Kysely sends',
  async () => {
    const programs = Array.from({ length: PROGRAMS }, (_program, seed) => kyselyProgram(random(seed)));
    const { compared, differences } = await compare(
      kysely,
      'kysely',
      programs,
      (program) => `import { sql } from 'kysely';\nexport async function up(db) {\n${program}\n}`,
    );
    expect(differences.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(PROGRAMS * 0.8);
  },
  120_000,
);
