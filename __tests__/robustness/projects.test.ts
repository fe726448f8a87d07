import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { Files } from './inputs';
import { LONGEST, read, RUNS } from './inputs';
import type { Mutation } from './mutation';
import { mutated, mutations } from './mutation';
import { SETUPS } from './setups';

const fixtures = join(__dirname, '../../fixtures/migrations');
const tools = readdirSync(fixtures).sort();

/** What breaks syntax, paths and encodings. */
const ODD = [
  ...['{', '}', '[', ']', '"', "'", '`', '\0', '\ufeff', '$', '\\', '\n---\n', ': : :', '&a *a', '<<: *x'],
  ...[
    '!!js/function',
    '__proto__',
    '[[[',
    'null',
    '1e999',
    '../../..',
    '/etc/passwd',
    '\r',
    '\ud800',
    '%',
    '${x}',
  ],
];

const NAMES = [
  ...['a b.sql', '-x.sql', '\u202etxt.sql', "q'.ts", '[x].sql', '0.js', 'é.sql', 'V1__x.sql', '2024.sql'],
  ...['__proto__.sql', 'constructor.ts', 'x.down.sql', 'index.ts'],
];

const PROJECT = fc.record({
  trees: fc.array(fc.record({ tool: fc.nat(), under: fc.constantFrom('', 'packages/a', 'packages/b') }), {
    minLength: 1,
    maxLength: 2,
  }),
  setups: fc.dictionary(fc.constantFrom(...Object.keys(SETUPS)), mutations(2)),
  damages: fc.array(
    fc.record({
      file: fc.nat(),
      how: fc.oneof(
        fc.record({ changes: mutations(3) }),
        fc.record({ name: fc.constantFrom(...NAMES) }),
        fc.record({ bytes: fc.uint8Array({ maxLength: 60 }) }),
      ),
    }),
    { maxLength: 4 },
  ),
});

const COMMANDS = fc.oneof(
  { weight: 1, arbitrary: fc.constant(['migrations']) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        output: fc.constantFrom('json', 'text', 'sarif', 'markdown', 'gitlab', 'compact'),
        more: fc.subarray([['--rules', 'all'], ['--down'], ['--fix', '--dry-run']]),
      })
      .map(({ output, more }) => ['analyze', '.', '--output', output, ...more.flat()]),
  },
);

test(
  'any project is read, or refused in one line',
  () =>
    fc.assert(
      fc.asyncProperty(PROJECT, COMMANDS, async ({ trees, setups, damages }, args) => {
        const files: Files = {
          ...Object.assign(
            {},
            ...trees.map(({ tool, under }) => treeOf(tools[tool % tools.length] ?? '', under)),
          ),
          ...Object.fromEntries(
            Object.entries(setups).map(([name, changes]) => [name, damaged(SETUPS[name] ?? '', changes)]),
          ),
        };
        await read(damages.reduce<Files>(withDamage, files), args, ({ status, error }) =>
          status === 2
            ? error.trim().split('\n').length === 1 && error !== ''
            : (status === 0 || status === 1) && error === '',
        );
      }),
      RUNS,
    ),
  LONGEST,
);

type Damage =
  typeof PROJECT extends fc.Arbitrary<{ readonly damages: readonly (infer Item)[] }> ? Item : never;

function withDamage(files: Files, { file, how }: Damage): Files {
  const names = Object.keys(files);
  const name = names[file % names.length] ?? '';
  const content = files[name] ?? '';
  if ('bytes' in how) return { ...files, [name]: how.bytes };
  if ('changes' in how)
    return typeof content === 'string' ? { ...files, [name]: damaged(content, how.changes) } : files;
  const others = Object.entries(files).filter(([other]) => other !== name);
  return { ...Object.fromEntries(others), [join(dirname(name), how.name)]: content };
}

function damaged(text: string, changes: readonly Mutation[]): string {
  return mutated([...text], changes, ODD).join('');
}

function treeOf(tool: string, under: string): Files {
  const root = join(fixtures, tool);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => [join(under, name), readFileSync(join(root, name), 'utf8')]),
  );
}
