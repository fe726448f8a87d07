import * as babel from '@babel/parser';
import type { Unread } from '../../src/javascript/run';
import { exportNames } from '../../src/javascript/modules';
import { exportOf, readModule } from '../../src/javascript/read-module';
import { plain } from './plain';

interface Read {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly unread: readonly Unread[];
}

function read(text: string, files: Readonly<Record<string, string>> = {}, path = 'migrations/one.ts'): Read {
  const unread: Unread[] = [];
  const module = readModule({
    parser: babel,
    path,
    text,
    load: (name) => files[name] ?? null,
    parsed: new Map(),
    report: (one) => unread.push(one),
  });
  const exports: Record<string, unknown> = {};
  if (module !== undefined) {
    for (const name of exportNames(module.record)) exports[name] = plain(exportOf(module, name));
  }
  return { exports, unread };
}

test.each<[string, string, unknown]>([
  ['literals', "export const x = ['a', 1, true, null, undefined, -2]", ['a', 1, true, null, undefined, -2]],
  [
    'concatenation',
    "const t = 'orders'; export const x = 'ALTER TABLE ' + t + ' ADD ' + 1",
    'ALTER TABLE orders ADD 1',
  ],
  ['templates', 'const t = `orders`; export const x = `DROP TABLE ${t}`', 'DROP TABLE orders'],
  [
    'unknown parts of templates',
    'export const x = `DROP TABLE ${process.env.T}`',
    'DROP TABLE ‹process.env.T›',
  ],
  ['a default for the environment', "export const x = process.env.SCHEMA || 'public'", 'public'],
  [
    'spreads',
    "const a = ['a']; const o = {p: 1}; export const x = [...a, {...o, q: 2}]",
    ['a', { p: 1, q: 2 }],
  ],
  ['exports through `this`', "this.x = 'a'", 'a'],
  ['encoded bytes', "export const x = Buffer.from('6f7264657273', 'hex').toString()", 'orders'],
  ['Reflect', "export const x = Reflect.apply(Reflect.get({ f: (a) => a + 1 }, 'f'), null, [1])", 2],
  ['enumerations', "enum T { Orders = 'orders', Users = 'users' } export const x = T.Users", 'users'],
  ['counted enumerations', 'enum T { A, B = 4, C } export const x = [T.A, T.B, T.C, T[4]]', [0, 4, 5, 'B']],
  [
    'namespaces, in parts and within one another',
    "namespace N { const p = 'a'; export const x = `${p}_b`; export namespace M { export const y = x + '_c' } } namespace N { export function f(n) { return x + n } } export const x = [N.x, N.M.y, N.f(1), N.p]",
    ['a_b', 'a_b_c', 'a_b1', undefined],
  ],
  ['map and join', "export const x = ['a', 'b'].map((c) => `\"${c}\"`).join(', ')", '"a", "b"'],
  ['for of', "let x = ''; for (const c of ['a', 'b']) x += c; export { x }", 'ab'],
  ['for', "let x = ''; for (let i = 0; i < 3; i++) { if (i === 1) continue; x += i } export { x }", '02'],
  ['while', 'let x = 1; while (x < 100) x *= 2; export { x }', 128],
  [
    'destructuring',
    'const { a, b: [c, ...d], e = 5 } = { a: 1, b: [2, 3, 4] }; export const x = [a, c, d, e]',
    [1, 2, [3, 4], 5],
  ],
  [
    'functions',
    'function f(a, b = a + 1, ...c) { return [a, b, c] } export const x = [f(1), f(1, 5, 6, 7)]',
    [
      [1, 2, []],
      [1, 5, [6, 7]],
    ],
  ],
  ['closures', 'const make = (n) => () => n * 2; export const x = make(4)()', 8],
  [
    'classes',
    'class A { n = 2; f() { return this.n } } class B extends A { g() { return super.f() + this.f() } } export const x = new B().g()',
    4,
  ],
  ['reduce', 'export const x = [1, 2, 3].reduce((sum, n) => sum + n, 0)', 6],
  [
    'Object.entries',
    "export const x = Object.entries({ a: 'int', b: 'text' }).map(([k, v]) => `${k} ${v}`)",
    ['a int', 'b text'],
  ],
  [
    'promises',
    'export const x = await Promise.all([1, Promise.resolve(2)]).then((all) => all.map((n) => n + 1))',
    [2, 3],
  ],
  ['new Promise', "export const x = await new Promise((resolve) => setTimeout(() => resolve('a'), 10))", 'a'],
  ['a branch that is known', 'const on = true; export const x = on ? 1 : 2', 1],
  ['a branch that is not known', 'export const x = process.env.ON ? 1 : 2', { anyOf: [1, 2] }],
  ['assignments in branches', 'let x = 0; if (process.env.ON) x = 1; export { x }', { anyOf: [1, 0] }],
  [
    'branches that leave',
    'function f() { let a = 1; if (process.env.X) { a = 2; return 9 } return a } export const x = f()',
    { anyOf: [9, 1] },
  ],
  [
    'switch',
    "const f = (d) => { switch (d) { case 'pg': return 1; default: return 2 } }; export const x = [f('pg'), f('x')]",
    [1, 2],
  ],
  [
    'a dialect compared with an unknown enumeration',
    "import { Db } from 'x'; export const x = ['postgres' === Db.postgres, 'postgres' === Db.mysql]",
    [true, false],
  ],
  ['String.raw', 'export const x = String.raw`a\\n${1}`', 'a\\n1'],
  ['replacing', "export const x = 'a  b   c'.replace(/\\s+/g, ' ').toUpperCase()", 'A B C'],
  ['JSON', "export const x = JSON.stringify({ a: [1, 'b'], c: undefined })", '{"a":[1,"b"]}'],
  ['sets', "export const x = [...new Set(['a', 'b', 'a'])]", ['a', 'b']],
  [
    'maps',
    "const m = new Map([['a', 1]]); m.set('b', 2); export const x = [m.get('b'), m.has('c')]",
    [2, false],
  ],
  ['bind', 'function f(a, b) { return [this.n, a, b] } export const x = f.bind({ n: 1 }, 2)(3)', [1, 2, 3]],
  [
    'labels',
    'let x = 0; outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) break outer; x += 1 } } export { x }',
    1,
  ],
  ['getters', 'export const x = { get a() { return 4 } }.a', 4],
  ['optional chaining', 'const o = {}; export const x = [o.a?.b, o.f?.()]', [undefined, undefined]],
])('reads %s', (_name, text, expected) => {
  expect(read(text)).toEqual({ exports: { x: expected }, unread: [] });
});

test.each<[string, string, Record<string, string>, unknown]>([
  [
    'a relative import',
    "import { T } from './tables'; export const x = T.orders",
    { 'migrations/tables.ts': "export const T = { orders: 'o' }" },
    'o',
  ],
  [
    'a default import',
    "import t from '../t'; export const x = t",
    { 't/index.js': "export default 'o'" },
    'o',
  ],
  [
    'require',
    "const { t } = require('./t'); export const x = t",
    { 'migrations/t.js': "module.exports = { t: 'o' }" },
    'o',
  ],
  [
    'exports of CommonJS',
    "import * as t from './t.js'; export const x = t.a",
    { 'migrations/t.ts': "exports.a = 'o'" },
    'o',
  ],
  [
    'barrels',
    "import { b } from './t'; export const x = b",
    {
      'migrations/t/index.ts': "export * from './a'; export * from './b'",
      'migrations/t/a.ts': 'export const a = 1',
      'migrations/t/b.ts': 'export const b = 2',
    },
    2,
  ],
  [
    're-exports',
    "import { c } from './t'; export const x = c",
    { 'migrations/t.ts': "export { b as c } from './b'", 'migrations/b.ts': 'export const b = 2' },
    2,
  ],
  [
    'paths of a tsconfig.json',
    "import { b } from '@/b'; export const x = b",
    {
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"], /* c */ } } }',
      'src/b.ts': 'export const b = 2',
    },
    2,
  ],
  [
    'imported functions',
    "import { q } from './q'; export const x = q('orders')",
    { 'migrations/q.ts': 'export function q(name: string) { return `"${name}"` }' },
    '"orders"',
  ],
  [
    'modules that import one another',
    "import { a } from './a'; export const x = a()",
    {
      'migrations/a.ts': "import { b } from './b'; export const a = () => b(); export const n = 3",
      'migrations/b.ts': "import { n } from './a'; export const b = () => n",
    },
    3,
  ],
  [
    'JSON files',
    "import data from './d.json'; export const x = data.a",
    { 'migrations/d.json': '{ "a": [1] }' },
    [1],
  ],
  [
    'SQL beside it',
    "const fs = require('fs'); const path = require('path'); export const x = fs.readFileSync(path.join(__dirname, 'sqls', 'a.sql'), 'utf8').toString()",
    { 'migrations/sqls/a.sql': 'SELECT 1' },
    'SELECT 1',
  ],
  [
    'SQL below the working folder',
    "import { readFile } from 'node:fs/promises'; export const x = await readFile('sql/a.sql')",
    { 'sql/a.sql': 'SELECT 1' },
    'SELECT 1',
  ],
  [
    'SQL by the address of the module',
    "import fs from 'fs'; export const x = fs.readFileSync(new URL('./a.sql', import.meta.url))",
    { 'migrations/a.sql': 'SELECT 1' },
    'SELECT 1',
  ],
  [
    'SQL given to a callback',
    "const fs = require('fs'); let x; fs.readFile(__dirname + '/a.sql', { encoding: 'utf-8' }, function (err, data) { if (err) return; x = data }); export { x }",
    { 'migrations/a.sql': 'SELECT 1' },
    'SELECT 1',
  ],
])('reads %s', (_name, text, files, expected) => {
  expect(read(text, files)).toEqual({ exports: { x: expected }, unread: [] });
});

test.each([
  ['export const = 1', 13, 'Unexpected token'],
  // Babel reads on, with a hole among the arguments.
  ['export const x = f(1, , 2)', 23, "Unexpected token ','."],
])('tells what it could not parse: %s', (text, start, detail) => {
  const at = { file: 'migrations/one.ts', start, end: start + 1 };
  expect(read(text)).toEqual({ exports: {}, unread: [{ at, reason: 'syntax-error', detail }] });
});

test.each([
  ['loops without end', 'let x = 0; while (true) { x = x + 1 } export { x }'],
  ['recursion without end', 'function f(n) { return f(n + 1) + f(n + 2) } export const x = f(0)'],
  [
    'strings that double',
    "let x = 'aaaaaaaaaaaaaaaa'; for (let i = 0; i < 1000; i++) x = x + x; export { x }",
  ],
  ['lists that double', 'let x = [1, 2]; for (let i = 0; i < 1000; i++) x = [...x, ...x]; export { x }'],
  ['deep nesting', `export const x = ${'('.repeat(3000)}1${')'.repeat(3000)}`],
  ['long chains', `export const x = ${Array.from({ length: 20_000 }, () => "'a'").join(' + ')}`],
  ['deep member chains', `export const x = a${'.b()'.repeat(20_000)}`],
  [
    'expressions that explode',
    "export const x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(/(a+)+$/, '')",
  ],
  ['expressions of many stars', "export const x = 'a'.repeat(20000).replace(/a*a*a*b/, '')"],
  [
    'lists of lists',
    'const a = Array.from({ length: 9000 }); for (const x of a) for (const y of a) for (const z of a) {} export const x = 1',
  ],
])('survives %s', (_name, text) => {
  const { exports, unread } = read(text);
  expect(unread.length > 0 || exports['x'] !== undefined).toBe(true);
});
