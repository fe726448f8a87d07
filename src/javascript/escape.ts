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
