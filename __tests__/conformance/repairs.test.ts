import type { Client } from 'pg';
import { lockTimeout } from '../../src/analysis/settings';
import type { Step } from '../../src/analysis/step';
import type { Finding } from '../../src/findings/finding';
import type { Report } from '../../src/findings/report';
import { RULE_DOCS } from '../../src/rules/docs.generated';
import { RULES } from '../../src/rules/registry.generated';
import type { ReportedExample } from '../../src/rules/rule-docs';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { reviewExample, reviewFiles, stepsOfFiles } from '../rules/review-example';
import type { Major } from './harness/majors';
import { selectedMajors } from './harness/majors';
import type { ProofRunner } from './harness/proof-run';
import { openProofRunner } from './harness/proof-run';
import {
  CHECKED_LATER,
  ENDS_ELSEWHERE,
  NOT_RUN,
  says,
  STILL_SAID,
  WORKS_ITSELF,
} from './harness/proof-exceptions';
import type { ProofMigration } from './harness/repaired';
import { edited, original, repaired } from './harness/repaired';
import { fill, prepareFilling } from './harness/sample-rows';
import { columnsOf, dataOf, schemaOf } from './harness/schema-dump';
import { startServer, type Server } from './harness/server';

/** The least of all majors on which every recipe has its own form; `all` in PGFENCE_MAJORS runs every one. */
const MAJORS =
  process.env['PGFENCE_MAJORS'] === undefined
    ? ([12, 14, 18] as const)
    : selectedMajors(process.env['PGFENCE_MAJORS']);

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

const examples = RULES.filter(({ on }) => on !== 'pipeline').flatMap((rule) =>
  (RULE_DOCS[rule.id]?.reported ?? []).flatMap((example, index) => {
    const name = `${rule.id} ${index + 1}`;
    const isKnown = example.history !== undefined && example.completeHistory !== false;
    return isKnown && !says(NOT_RUN, name) ? [{ rule: rule.id, name, example }] : [];
  }),
);

describe.each(MAJORS)('PostgreSQL %s', (major: Major) => {
  let server: Server;
  let runner: ProofRunner;
  beforeAll(async () => {
    server = await startServer(major);
    runner = await openProofRunner(server, parser);
    await runner.session.query('CREATE ROLE app; CREATE ROLE reporting');
    await runner.session.query('ALTER TABLESPACE ts2 RENAME TO fast');
    await prepareFilling(runner.session, major);
  });
  afterAll(async () => {
    await runner.close();
    await server.stop();
  });

  test.each(examples.filter(({ example }) => (example.postgres ?? major) === major))(
    'the repair of $name',
    async ({ rule, name, example }) => {
      const given: ReportedExample = { ...example, postgres: major };
      for (const { finding, report } of findingsOf(rule, given)) {
        const steps = repaired(report, finding);
        expect(stillFired(given, rule, name, steps)).toEqual([]);
        const { longStops, ...after } = await outcome(runner, given, steps);
        if (!says(WORKS_ITSELF, name, major)) expect(longStops).toEqual([]);
        const files = finding.repair?.edits === undefined ? null : edited(report, finding);
        if (files !== null) expect(stillFired(given, rule, name, files)).toEqual([]);
        const rest = says(CHECKED_LATER, name) ? validation(finding, files ?? []) : [];
        const byEdits = files === null ? null : await outcome(runner, given, [...files, ...rest]);
        if (says(ENDS_ELSEWHERE, name, major)) continue;
        const { schema, data } = await outcome(runner, given, original(report));
        expect(after).toEqual({ schema, data });
        if (byEdits !== null)
          expect({ schema: byEdits.schema, data: byEdits.data }).toEqual({ schema, data });
      }
    },
  );
});

/** The steps that the edits leave to the next migrations: the last one, and each VALIDATE before it. */
function validation(finding: Finding, files: readonly ProofMigration[]): readonly ProofMigration[] {
  const steps = finding.repair?.steps.flatMap(({ sql }) => sql ?? []) ?? [];
  return steps
    .filter((sql, index) => index === steps.length - 1 || / VALIDATE CONSTRAINT /.test(sql))
    .filter((sql) => !files.some((file) => `${file.sql};`.includes(sql)))
    .map((sql) => ({ sql, transaction: 'file', ofRepair: true }));
}

function findingsOf(
  rule: string,
  example: ReportedExample,
): readonly { readonly finding: Finding; readonly report: Report }[] {
  const report = reviewExample(parser, example, rule);
  const steps = stepsOfFiles(parser, example).flat();
  if (steps.some(({ requires }) => (requires ?? 0) > (example.postgres ?? 18))) return [];
  return report.findings.filter(({ repair }) => repair !== null).map((finding) => ({ finding, report }));
}

/** What the rule says of its own repair: anything, or, where the harm cannot be taken away, of a step that is not short. */
function stillFired(
  example: ReportedExample,
  rule: string,
  name: string,
  files: readonly ProofMigration[],
): readonly string[] {
  const fired = reviewFiles(parser, example, files, rule).findings.filter(
    (finding) => finding.rule === rule && files[finding.migration]?.ofRepair === true,
  );
  if (fired.length === 0) return [];
  const steps = stepsOfFiles(parser, example, files);
  return fired
    .filter(({ migration, step }) => {
      const known = steps[migration]?.[step ?? 0];
      if (!says(STILL_SAID, name) || known === undefined) return true;
      return !says(WORKS_ITSELF, name) && !isShort(known);
    })
    .map(({ message }) => message);
}

/** It gives up soon where it has to wait, and does no work while others do. */
function isShort({ stops, before, operations }: Step): boolean {
  const limit = lockTimeout(before);
  const strong = stops.filter(({ reads, writes }) => reads || writes);
  if (strong.length === 0) return true;
  // What is done CONCURRENTLY waits without keeping others waiting, so that no limit is set.
  const givesWay = operations.some((operation) => 'concurrently' in operation && operation.concurrently);
  const isLimited = limit !== null && limit !== 'unknown' && limit > 0;
  return (isLimited || givesWay) && strong.every(({ work }) => work === 'none');
}

/** History, rows, then the migrations: what schema and data come to, and what was kept waiting meanwhile. */
async function outcome(
  { session, run }: ProofRunner,
  example: ReportedExample,
  migrations: readonly ProofMigration[],
): Promise<{
  readonly schema: readonly string[];
  readonly data: readonly string[];
  readonly longStops: readonly string[];
}> {
  await session.query('ROLLBACK');
  await session.query('RESET ALL');
  await dropAll(session);
  await session.query(example.history ?? '');
  await fill(session, typeof example.sql === 'string' ? example.sql : example.sql.join('\n'));
  const before = await columnsOf(session);
  const longStops = await run(migrations);
  await session.query('RESET ALL');
  const after = await columnsOf(session);
  const kept = [...before].flatMap(([table, names]): [string, readonly string[]][] => {
    const left = after.get(table);
    return left === undefined ? [] : [[table, names.filter((name) => left.includes(name))]];
  });
  return { schema: await schemaOf(session), data: await dataOf(session, new Map(kept)), longStops };
}

/** Whatever the example before has left in the database. */
async function dropAll(session: Client): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT nspname::text AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
  );
  for (const { name } of rows) await session.query(`DROP SCHEMA "${name}" CASCADE`);
  const publications = await session.query<{ name: string }>(
    'SELECT pubname::text AS name FROM pg_publication',
  );
  for (const { name } of publications.rows) await session.query(`DROP PUBLICATION "${name}"`);
  await session.query('CREATE SCHEMA public');
}
