import { expectedOf, type LockFactRecord } from './lock-facts';
import { openLaboratory } from './measure';
import type { Observation } from './observation';
import type { Server } from './server';

/** A fact next to what the server does today. */
export interface Remeasured {
  readonly id: string;
  readonly statement: string;
  readonly expected: Observation;
  readonly actual: Observation;
}

/** Measures the statements anew on one server; facts of which nothing is recorded for its major are left out. */
export async function remeasure(
  server: Server,
  facts: readonly LockFactRecord[],
): Promise<readonly Remeasured[]> {
  const results: Remeasured[] = [];
  for (const setup of new Set(facts.map((fact) => fact.setup))) {
    const known = facts.flatMap((fact) => {
      const expected = fact.setup === setup ? expectedOf(fact, server.major) : undefined;
      return expected === undefined ? [] : [{ fact, expected }];
    });
    if (known.length === 0) continue;
    const laboratory = await openLaboratory(server, setup);
    for (const { fact, expected } of spoilingFirst(known)) {
      const actual = asFarAsTold(await laboratory.measure(fact.sql), expected);
      results.push({ id: fact.id, statement: fact.sql, expected, actual });
    }
    await laboratory.close();
  }
  return results;
}

/** Those that run outside of a transaction take a fresh database each: the first takes the one that is there. */
function spoilingFirst<T extends { readonly expected: Observation }>(known: readonly T[]): readonly T[] {
  const isOutside = ({ expected }: T): boolean => expected.transaction === false;
  return [...known.filter(isOutside), ...known.filter((each) => !isOutside(each))];
}

/** The files do not tell what queries and changes of rows read (null where a refusal would be), and not always whom it stops. */
function asFarAsTold(actual: Observation, expected: Observation): Observation {
  const told: { -readonly [Key in keyof Observation]: Observation[Key] } = { ...actual };
  if (expected.blocks === undefined) delete told.blocks;
  if (expected.scan !== null || expected.error !== null) return told;
  delete told.scanned;
  return { ...told, scan: null };
}
