import { optionsOf } from './choice';
import { searchableText } from './text';
import type { Value } from './value';

/** What among the arguments reaches the database, by its name; looks into lists and objects, not far. */
export function hostReached(values: readonly Value[], depth = 2): string | undefined {
  for (const value of values) {
    const reached = reachOf(value, depth);
    if (reached !== undefined) return reached;
  }
  return undefined;
}

function reachOf(value: Value, depth: number): string | undefined {
  switch (value.kind) {
    case 'host':
      return value.host.reaches;
    case 'choice':
      return hostReached(value.options, depth);
    case 'array':
      return depth === 0 ? undefined : hostReached(value.items, depth - 1);
    case 'object':
      return depth === 0 ? undefined : hostReached([...value.entries.values()], depth - 1);
    case 'function':
      return value.bound === undefined && value.self === undefined
        ? undefined
        : hostReached([...(value.bound ?? []), ...(value.self?.kind === 'host' ? [value.self] : [])], depth);
    case 'undefined':
    case 'null':
    case 'boolean':
    case 'number':
    case 'text':
    case 'regexp':
    case 'class':
    case 'unknown':
      return undefined;
  }
}

/** Code of the project, or rows that came out of it, by the name of what is called. */
const OWN_CODE = /^(?:an element of )*(?:\.{1,2}\/|@\/|~\/|src\/|app\/|server\/|rows of )/;
const WRITES =
  /\.(?:update|updateMany|upsert|create|createMany|bulkCreate|insert|insertMany|insertGraph|destroy|delete|deleteMany|save|remove|softDelete|softRemove|restore|truncate|increment|decrement|findOrCreate|patch|persist|persistAndFlush|flush)$/;

/** Whether a function that could not be read writes rows, going by its name: `save` of what the project's own models gave. */
export function writesRows(name: string): boolean {
  return OWN_CODE.test(name) && WRITES.test(name);
}

/** What only tells people something: what they are told may begin like a statement. */
const TELLS =
  /logger(?:\(\)|\.|$)|(?:^|\.)(?:create|get)\w*logger$|(?:^|\.)(?:log|info|debug|warn|warning|error|trace|verbose|silly|fatal|success|notice|print|write|note|step|start|succeed|fail|describe|it|test)$/i;
const OBJECT =
  /(?:table|index|view|materialized|type|function|procedure|aggregate|trigger|sequence|schema|extension|policy|role|user|database|tablespace|domain|publication|subscription|server|rule|foreign|event|collation|cast|operator|statistics)\s/
    .source;
/** How statements begin that change the database, and programs that send them. */
const STATEMENT = new RegExp(
  [
    String.raw`(?:alter|drop|create(?:\s+or\s+replace)?)\s+(?:(?:unique|temp|temporary|unlogged|recursive)\s+)?${OBJECT}`,
    String.raw`truncate\s+(?:table\s+)?["\w.]+\s*(?:$|[;,]|cascade|restart)`,
    String.raw`(?:insert\s+into|delete\s+from|refresh\s+materialized|reindex\s+(?:table|index|schema)|comment\s+on\s+${OBJECT})\s*["\w]`,
    String.raw`update\s+(?:only\s+)?["\w.]+\s+(?:(?:as\s+)?\w+\s+)?set\s`,
    String.raw`do\s+\$`,
    String.raw`(?:psql|pg_restore)(?:\s|$)`,
  ].join('|'),
  'iy',
);
const SPACE = /(?:\s+|--[^\n]*\n|\/\*[^*]*\*\/)*/y;
/** A statement shows what it is in its first words. */
const LONGEST_START = 500;

/** Whether a function only tells people something, going by its name. */
export function onlyTells(name: string): boolean {
  return TELLS.test(name);
}

/** Whether a function that could not be read is given a statement that changes the database, in a list, an object or a template too. */
export function isGivenSql(name: string, values: readonly Value[]): boolean {
  return !onlyTells(name) && values.some((value) => holdsSql(value, 2));
}

function holdsSql(value: Value, depth: number): boolean {
  return optionsOf(value).some((option) => {
    if (option.kind === 'text') return isStatement(searchableText(option).slice(0, LONGEST_START));
    if (depth === 0) return false;
    if (option.kind === 'array') return option.items.some((item) => holdsSql(item, depth - 1));
    return (
      option.kind === 'object' && [...option.entries.values()].some((inner) => holdsSql(inner, depth - 1))
    );
  });
}

function isStatement(text: string): boolean {
  SPACE.lastIndex = 0;
  SPACE.exec(text);
  STATEMENT.lastIndex = SPACE.lastIndex;
  return STATEMENT.test(text);
}
