import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { LockFactRecord } from '../harness/lock-facts';
import { ALL_MAJORS } from '../harness/majors';
import { openLaboratory } from '../harness/measure';
import type { Observation, RelationKind } from '../harness/observation';
import { startServer } from '../harness/server';
import { PROBE_GROUPS } from '../probes/probes';

// Measures the probes that are new or changed (--all: all of them) on servers of every major and writes
// fixtures/postgres/probe-facts.json:
//   node --require ./scripts/typescript.js __tests__/conformance/generate/measure-probes.ts [--all]
const FILE = join(__dirname, '../../../fixtures/postgres/probe-facts.json');

void main(process.argv.includes('--all'));

interface Measured {
  readonly setup: string;
  readonly sql: string;
  readonly kinds: Record<string, RelationKind>;
  readonly results: (Observation & { readonly majors: number[] })[];
}

async function main(all: boolean): Promise<void> {
  const known = all ? [] : (JSON.parse(readFileSync(FILE, 'utf8')) as (LockFactRecord & Measured)[]);
  const facts = new Map<string, Measured>();
  const groups = PROBE_GROUPS.map(({ setup, statements }) => ({
    setup,
    statements: Object.entries(statements).filter(([id, sql]) => {
      const fact = known.find((each) => each.id === id && each.sql === sql && each.setup === setup);
      // A place in the order of the probes, whether it is measured or kept.
      if (fact !== undefined) {
        const { kinds, results } = fact;
        facts.set(id, { setup, sql, kinds, results });
      }
      return fact === undefined;
    }),
  }));
  for (const major of ALL_MAJORS) {
    const server = await startServer(major);
    for (const { setup, statements } of groups) {
      if (statements.length === 0) continue;
      // What an older server cannot even set up is not asked of it.
      const laboratory = await openLaboratory(server, setup).catch(() => null);
      if (laboratory === null) continue;
      for (const [id, sql] of statements) {
        const observation = asFarAsKept(sql, await laboratory.measure(sql));
        const fact = facts.get(id) ?? { setup, sql, kinds: {}, results: [] };
        Object.assign(fact.kinds, laboratory.kinds);
        add(fact.results, observation, major);
        facts.set(id, fact);
      }
      await laboratory.close();
    }
    await server.stop();
    console.log(`measured ${String(major)}`);
  }
  const records: readonly LockFactRecord[] = [...facts].map(([id, fact]) => ({ id, ...fact }));
  const lines = records.map((record) => JSON.stringify(record));
  writeFileSync(FILE, `[\n${lines.join(',\n')}\n]\n`);
}

/** What queries and changes of rows read is the planner's choice, so that it is not kept. */
const QUERY = /^(?:SELECT|VALUES|INSERT|UPDATE|DELETE|MERGE|WITH|COPY|EXPLAIN|DECLARE|EXECUTE|CALL|DO)\b/;

function asFarAsKept(sql: string, { scanned = [], ...observation }: Observation): Observation {
  if (QUERY.test(sql)) return { ...observation, scan: null };
  return scanned.length > 0 ? { ...observation, scanned } : observation;
}

function add(results: Measured['results'], observation: Observation, major: number): void {
  const known = results.find((each) =>
    isDeepStrictEqual({ ...each, majors: [] }, { ...observation, majors: [] }),
  );
  if (known === undefined) results.push({ majors: [major], ...observation });
  else known.majors.push(major);
}
