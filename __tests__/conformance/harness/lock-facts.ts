import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Observation, RelationKind } from './observation';

/** One measured statement of fixtures/postgres/lock-facts.json, or of probe-facts.json, which the probes here give. */
export interface LockFactRecord {
  readonly id: string;
  readonly setup: string;
  readonly sql: string;
  readonly kinds: Readonly<Record<string, RelationKind>>;
  readonly results: readonly (Observation & { readonly majors: readonly number[] })[];
}

/** All of them, in the order of the files. */
export function readLockFacts(): readonly LockFactRecord[] {
  return ['lock-facts.json', 'probe-facts.json'].flatMap((name) => {
    const file = join(__dirname, '../../../fixtures/postgres', name);
    return JSON.parse(readFileSync(file, 'utf8')) as LockFactRecord[];
  });
}

/** What the file says of one major, without the list of majors; undefined where it says nothing. */
export function expectedOf(fact: LockFactRecord, major: number): Observation | undefined {
  const result = fact.results.find(({ majors }) => majors.includes(major));
  if (result === undefined) return undefined;
  const observation: Observation & { majors?: readonly number[] } = { ...result };
  delete observation.majors;
  return observation;
}

/**
 * What is measured anew for each change, some 350 of them: statements whose setup many share (a database costs more than a statement),
 * and a sixth of the other setups; on the next major another sixth.
 */
export function sampleOf(facts: readonly LockFactRecord[], major: number): readonly LockFactRecord[] {
  const setups = [...new Set(facts.map(({ setup }) => setup))];
  const shared = setups.filter((setup) => facts.filter((fact) => fact.setup === setup).length >= 10);
  return facts.filter(({ setup }) => shared.includes(setup) || setups.indexOf(setup) % 6 === major % 6);
}
