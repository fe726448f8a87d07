import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { INPUTS } from '../../src/action/inputs';

const root = join(__dirname, '../..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs: object;
  readonly runs: object;
};

/** The sources of the action: its entry, and all that it does on GitHub. */
const sources = ['src/action', 'src/github'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

const named = (pattern: RegExp): readonly string[] => [
  ...new Set(
    sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name.toLowerCase())),
  ),
];

test('it runs as the runner is told', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});

test('every input that is declared is read, and the other way round; none is required', () => {
  expect(Object.keys(action.inputs)).toEqual([...INPUTS]);
  expect(named(/'INPUT_([A-Z-]+)'/g).filter((name) => !Object.keys(action.inputs).includes(name))).toEqual(
    [],
  );
  expect(Object.values(action.inputs).filter(({ required }) => required === true)).toEqual([]);
});

test('every output that is declared is written, and the other way round', () => {
  // These four are written in a loop.
  const byRisk = ['critical', 'high', 'medium', 'low'];
  const written = named(/desk\.output\('([a-z-]+)'/g);
  expect([...written, ...byRisk].sort()).toEqual(Object.keys(action.outputs).sort());
});
