import type { Random } from '../compilers/random';

/** A program whose function `main` gives a list of strings, all of which can be told without running it. */
export function program(random: Random): string {
  const scope: Names = { numbers: ['n0'], texts: ['t0'], lists: ['l0'] };
  const body = statements(random, scope, 3, 3 + random.below(4), []);
  return `async function main() {\n const out = []; let n0 = 1, t0 = 'orders', l0 = ['id', 'total', 'état'];\n ${body}\n return out;\n}`;
}

interface Names {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly lists: readonly string[];
}

let made = 0;
const fresh = (): string => `v${(made += 1)}`;

function statements(
  random: Random,
  outer: Names,
  depth: number,
  count: number,
  loops: readonly string[],
): string {
  const scope = {
    numbers: [...outer.numbers],
    texts: [...outer.texts],
    lists: [...outer.lists],
  };
  return Array.from({ length: count }, () => statement(random, scope, depth, loops)).join('\n ');
}

type Scope = { readonly [Key in keyof Names]: string[] };
type Statement = (random: Random, scope: Scope, depth: number, loops: readonly string[]) => string;

function statement(...[random, scope, depth, loops]: Parameters<Statement>): string {
  const choices = depth > 0 ? [...SIMPLE, ...NESTED, ...NESTED] : SIMPLE;
  return random.pick(choices)(random, scope, depth - 1, loops);
}

const SIMPLE: readonly Statement[] = [
  (random, scope) => `out.push(${text(random, scope, 2)});`,
  (random, scope) => `out.push(${text(random, scope, 2)});`,
  (random, scope) => `${random.pick(scope.texts)} = ${text(random, scope, 2)};`,
  (random, scope) => `${random.pick(scope.numbers)} = ${number(random, scope, 2)};`,
  (random, scope) => declare(scope.texts, (name) => `let ${name} = ${text(random, scope, 2)};`),
  (random, scope) => declare(scope.lists, (name) => `const ${name} = ${list(random, scope, 2)};`),
  (random, scope) =>
    `${random.pick(scope.lists)}.${random.pick(['push', 'unshift'])}(${text(random, scope, 1)});`,
  (random, scope) =>
    declare(
      scope.texts,
      (name) =>
        `let { a: [${name} = 'none'] = [], ...rest${name} } = { a: ${list(random, scope, 1)}, b: 1 };`,
    ),
  (random, scope) =>
    `await Promise.all(${list(random, scope, 1)}.map(async (each) => { out.push('all ' + each); }));`,
  (random, scope) =>
    `await Promise.resolve(${text(random, scope, 1)}).then((each) => out.push(each)).finally(() => out.push('end'));`,
  (random, _scope, _depth, loops) =>
    loops.length === 0
      ? ';'
      : `if (${random.pick(['out.length % 2 === 0', 'out.length > 3', 'false', 'true'])}) ${random.pick(['continue', 'break'])}${random.chance(0.5) ? ` ${random.pick(loops)}` : ''};`,
];

const NESTED: readonly Statement[] = [
  (random, scope, depth, loops) =>
    `if (${condition(random, scope)}) {\n ${block(random, scope, depth, loops)}\n } else {\n ${block(random, scope, depth, loops)}\n }`,
  (random, scope, depth, loops) => {
    const [label, name] = [fresh(), fresh()];
    const inner = { ...scope, texts: [...scope.texts, name] };
    return `${label}: for (let ${name} of ${list(random, scope, 1)}.slice(0, 3)) {\n ${block(random, inner, depth, [...loops, label])}\n }`;
  },
  (random, scope, depth, loops) => {
    const [label, name, copy] = [fresh(), fresh(), fresh()];
    const inner = { ...scope, texts: [...scope.texts, copy] };
    const head = random.pick([
      `for (let ${name} = 0; ${name} < 3; ${name}++)`,
      `for (const ${name} in { a: 1, b: 2 })`,
    ]);
    return `${label}: ${head} {\n let ${copy} = String(${name});\n ${block(random, inner, depth, [...loops, label])}\n }`;
  },
  (random, scope, depth, loops) => {
    const name = fresh();
    return `let ${name} = 0; while (${name}++ < 2) {\n ${block(random, scope, depth, loops.slice(0, 0))}\n }`;
  },
  (random, scope, depth) =>
    `switch (${number(random, scope, 1)} % 3) {\n case 0: ${block(random, scope, depth, [])}\n default: ${block(random, scope, depth, [])}${random.chance(0.5) ? '\n break;' : ''}\n case 1: ${block(random, scope, depth, [])}\n }`,
  // What is tried may fail for the evaluator, so that a handler is read in any case: here it fails for certain.
  (random, scope, depth) =>
    `try {\n ${block(random, scope, depth, [])}\n throw new Error('refused');\n } ${random.pick(['catch (error) { out.push(error.message); }', "catch { out.push('caught'); } finally { out.push('both'); }"])}`,
  (random, scope, depth) => `try {\n ${block(random, scope, depth, [])}\n } finally { out.push('finally'); }`,
  (random, scope, depth) => {
    const name = fresh();
    const inner = { ...scope, texts: [...scope.texts, 'given'], numbers: [...scope.numbers] };
    const early = random.chance(0.4) ? `if (given.length > 6) return;` : '';
    const head = random.pick([
      `const ${name} = async (given = 'missing', ...more) =>`,
      `async function ${name}(given = 'missing', ...more)`,
    ]);
    return `${head} {\n ${early} ${block(random, inner, depth, [])}\n }\n await ${name}(${text(random, scope, 1)}); await ${name}();`;
  },
  (random, scope) => {
    const name = fresh();
    return `function* ${name}() { yield ${text(random, scope, 1)}; yield* ${list(random, scope, 1)}; }\n for (const each of ${name}()) out.push(each);`;
  },
  (random, scope) => {
    const name = fresh();
    return `class ${name} { static kind = ${text(random, scope, 1)}; #own = 'own'; constructor(a) { this.a = a; } get shown() { return this.#own + this.a; } run() { return [this.shown, ${name}.kind]; } }\n class ${name}b extends ${name} { run() { return [...super.run(), 'sub']; } }\n out.push(...new ${name}b(${text(random, scope, 1)}).run());`;
  },
];

function block(random: Random, scope: Names, depth: number, loops: readonly string[]): string {
  return statements(random, scope, depth, 1 + random.below(2), loops);
}

function declare(names: string[], make: (name: string) => string): string {
  const name = fresh();
  const source = make(name);
  names.push(name);
  return source;
}

function condition(random: Random, scope: Names): string {
  return random.pick([
    () => `${number(random, scope, 1)} > ${random.below(4)}`,
    () => `${random.pick(scope.texts)}.includes('${random.pick(['o', 'x', 'id'])}')`,
    () => `${random.pick(scope.lists)}.length === 3 && !${random.pick(scope.texts)}.startsWith('o')`,
    () => `typeof ${random.pick(scope.texts)} === 'string' || ${random.pick(scope.numbers)} === 0`,
    () => `${random.pick(scope.lists)}.some((each) => each === 'id')`,
  ])();
}

function number(random: Random, scope: Names, depth: number): string {
  return random.pick([
    () => String(random.below(5)),
    () => random.pick(scope.numbers),
    () => `${random.pick(scope.lists)}.length`,
    () =>
      depth === 0
        ? '2'
        : `(${number(random, scope, depth - 1)} ${random.pick(['+', '-', '*', '%'])} ${1 + random.below(4)})`,
    () => `${random.pick(scope.texts)}.length`,
    () => `${random.pick(scope.lists)}.indexOf('total')`,
  ])();
}

function text(random: Random, scope: Names, depth: number): string {
  const inner = (): string => (depth === 0 ? random.pick(scope.texts) : text(random, scope, depth - 1));
  return random.pick([
    () => random.pick(scope.texts),
    () => `'${random.pick(['users', 'drop it', 'é ü', "it\\'s"])}'`,
    () => `\`add \${${inner()}} to \${${number(random, scope, 1)}}\``,
    () => `(${inner()} + ${random.pick(["' x'", '1', inner()])})`,
    () => `${list(random, scope, depth - 1)}.join('${random.pick([', ', '', ';'])}')`,
    () => `(${condition(random, scope)} ? ${inner()} : ${inner()})`,
    () =>
      `${inner()}${random.pick(['.toUpperCase()', '.trim()', '.slice(1, 4)', ".replace('o', '0')", ".replaceAll(/[aeiou]/g, '_')", '.padStart(8)', ".split('').reverse().join('')", '.substring(0, 9)', '.charAt(0)', '.repeat(2).slice(0, 9)', ".concat('!')"])}`,
    () => `(${random.pick(scope.lists)}[${random.below(4)}] ?? 'none')`,
    () => `String(${random.pick(scope.lists)}.at(-1)?.length)`,
    () =>
      `Object.entries({ a: ${inner()}, ['b' + 1]: 2 }).map(([key, value]) => key + '=' + value).join('&')`,
    () => `[...new Map([['k', ${inner()}]])].flat().join(':')`,
  ])();
}

function list(random: Random, scope: Names, depth: number): string {
  if (depth <= 0) return random.pick(scope.lists);
  const inner = (): string => list(random, scope, depth - 1);
  return random.pick([
    () => random.pick(scope.lists),
    () => `[${text(random, scope, depth - 1)}, ...${inner()}]`,
    () => `${inner()}.map((each, index) => each + index)`,
    () => `${inner()}.filter((each) => each.length ${random.pick(['>', '<'])} ${2 + random.below(4)})`,
    () =>
      `[...${inner()}].sort(${random.pick(['', '(a, b) => a.length - b.length', '(a, b) => (a < b ? 1 : -1)'])})`,
    () => `${inner()}.slice(${random.below(3)})`,
    () => `${inner()}.flatMap((each) => [each, each.toUpperCase()]).slice(0, 6)`,
    () => `Object.keys({ one: 1, two: 2 }).concat(${inner()})`,
    () => `[...new Set(${inner()})]`,
    () => `${inner()}.reduce((all, each) => [each, ...all], [])`,
    () => `${text(random, scope, depth - 1)}.split(' ')`,
    () => `Array.from({ length: 2 }, (_each, index) => 'c' + index)`,
  ])();
}
