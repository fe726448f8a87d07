import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { LONGEST, read, RUNS } from './inputs';
import { mutated, mutations, tokensOf } from './mutation';

const TOOLS = [
  'knex',
  'kysely',
  'typeorm',
  'sequelize',
  'node-pg-migrate',
  'mikroorm',
  'db-migrate',
  'slonik',
  'strapi',
] as const;

interface Program {
  readonly tool: string;
  readonly extension: string;
  readonly text: string;
}

const fixtures = join(__dirname, '../../fixtures/migrations');
const programs = TOOLS.flatMap((tool) => programsIn(tool));
const pool = programs.flatMap(({ text }) => tokensOf(text));

/** Code that would never end, or take all memory, or do harm, if anybody ran it. */
const ODD = [
  ...['null', 'undefined', '-1', '1e400', 'NaN', '[]', '{}', '...x', 'await', 'this', 'super', '__proto__'],
  ...['constructor', 'toString', '`${x}`', 'async () => {}', 'new Map()', 'for (;;) {}', 'while (true);'],
  ...['eval("1")', 'require("fs")', 'process.exit(1)', 'BigInt(1)', '/(a+)+$/g', 'Symbol.iterator'],
  ...['class A { static #x = 1 }', "'a'.repeat(1e9)", 'Array(1e9)', 'function f() { return f() } f()'],
  ...['"".padEnd(1e9)', '[...Array(1e8).keys()]', 'a.b.c.d = a', 'export default'],
];

test(
  'any program that should be a migration is read',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(),
        mutations(10),
        mutations(3),
        fc.constantFrom('json', 'text', 'sarif', 'markdown'),
        fc.boolean(),
        async (index, changes, oddities, output, down) => {
          const { tool, extension, text } = programs[index % programs.length] ?? {
            tool: 'knex',
            extension: '.js',
            text: '',
          };
          const changed = mutated(mutated(tokensOf(text), changes, pool), oddities, ODD);
          const path = `migrations/20240101000000_a${extension}`;
          await read(
            { [path]: changed.join('') },
            [
              'analyze',
              path,
              '--tool',
              tool,
              '--rules',
              'all',
              '--output',
              output,
              ...(down ? ['--down'] : []),
            ],
            ({ status, error }) => (status === 0 || status === 1) && error === '',
          );
        },
      ),
      RUNS,
    ),
  LONGEST,
);

function programsIn(tool: string): readonly Program[] {
  return readdirSync(join(fixtures, tool), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[mc]?[jt]s$/.test(name))
    .sort()
    .map((name) => ({
      tool,
      extension: extname(name),
      text: readFileSync(join(fixtures, tool, name), 'utf8'),
    }));
}
