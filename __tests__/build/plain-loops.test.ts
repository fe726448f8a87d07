import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { FLAT_MAP, plainLoops } from '../../scripts/build/plain-loops';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  strict: true,
  types: [],
};

/** Programs that leave what they found in `result`. */
const SOURCE = `
type Pair = readonly [string, number];
const pairs: readonly Pair[] = [['a', 1], ['b', 2], ['c', 3]];
const map = new Map<string, number>(pairs);
const result: unknown[] = [];
for (const [name, value] of pairs) { if (name === 'b') continue; result.push(name + value); }
for (const [, value] of pairs) result.push(value);
for (const [name] of map) result.push(name);
for (let text of pairs.map(([name]) => name)) { text += '!'; result.push(text); }
outer: for (const one of pairs) for (const other of pairs) { if (other[1] > one[1]) continue outer; result.push([one, other]); }
const later = []; for (const pair of pairs) later.push(() => pair[0]);
result.push(later.map((each) => each()));
const growing = [1]; for (const each of growing) if (each < 4) growing.push(each + 1);
result.push(growing);
const [first, , third] = pairs, [only] = [...map.keys()];
result.push(first, third, only);
for (let [name, count] = pairs[1] ?? ['', 0]; count < 5; count += 1) result.push(name);
result.push(pairs.flatMap(([name, value], index) => (value > 1 ? [name, index] : [])).flatMap((each) => each));
result.push(pairs.flatMap(([, value]) => (value > 1 ? pairs.flatMap(([name]) => [name, value]) : 0)));
result.push(pairs.map(([name, value]) => ({ name, value })), pairs.some(([name]) => { return name === 'c'; }));
const [word = 'none', ...others] = pairs.map(([name]) => name);
result.push(word, others, [...'xy'].flatMap((each) => [[each]]), (map.size > 9 ? undefined : pairs)?.flatMap((each) => each));
for (const letter of 'xy') for (const entry of new Set(pairs)) { const [name] = entry; result.push(letter + name); }
`;

test('what is written otherwise does the same', () => {
  const plain = written();
  expect(resultOf(plain)).toEqual(resultOf(SOURCE));
});

test('loops over arrays, their patterns and flatMap are written otherwise, and nothing else is', () => {
  const plain = written();
  expect(plain.match(/ of /g)).toHaveLength(3);
  expect(plain).toContain('for (const [name] of map)');
  expect(plain).toContain("for (const letter of 'xy')");
  expect(plain).toContain('const [word = ');
  expect(plain.match(/[^?]\.flatMap\(/g)).toBeNull();
  expect(plain.match(/\?\.flatMap\(/g)).toHaveLength(1);
});

function written(): string {
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === 'a.ts'
      ? ts.createSourceFile(name, SOURCE, ts.ScriptTarget.ES2022, true)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram(['a.ts'], OPTIONS, host);
  const source = program.getSourceFile('a.ts');
  if (source === undefined) throw new Error('no source');
  expect(program.getSemanticDiagnostics(source).map(({ messageText }) => messageText)).toEqual([]);
  return plainLoops(source, program.getTypeChecker());
}

function resultOf(source: string): unknown {
  const script = ts.transpile(`${source}\nJSON.stringify(result)`, { target: ts.ScriptTarget.ES2022 });
  return JSON.parse(String(runInNewContext(FLAT_MAP.replace('export ', '') + script)));
}
