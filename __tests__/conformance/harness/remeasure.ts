import { expectedOf, type LockFactRecord } from './lock-facts';
import { openLaboratory, type Laboratory } from './measure';
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
export async function remeasure(server: Server, facts: readonly LockFactRecord[]): Promise<readonly Remeasured[]> {
  const results: Remeasured[] = [];
  for (const setup of new Set(facts.map((fact) => fact.setup))) {
    let laboratory: Laboratory | undefined;
    for (const fact of facts.filter((candidate) => candidate.setup === setup)) {
      const expected = expectedOf(fact, server.major);
      if (expected === undefined) continue;
      if (laboratory?.used === true) {
        await laboratory.close();
        laboratory = undefined;
      }
      laboratory ??= await openLaboratory(server, setup);
      const actual = await laboratory.measure(fact.sql);
      results.push({ id: fact.id, statement: fact.sql, expected, actual });
    }
    await laboratory?.close();
  }
  return results;
}
