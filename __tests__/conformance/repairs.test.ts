import type { Client } from 'pg';
import type { Finding } from '../../src/findings/finding';
import type { Report } from '../../src/findings/report';
import { RULE_DOCS } from '../../src/rules/docs.generated';
import { RULES } from '../../src/rules/registry.generated';
import type { ReportedExample } from '../../src/rules/rule-docs';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { reviewExample, reviewFiles } from '../rules/review-example';
import type { Major } from './harness/majors';
import { selectedMajors } from './harness/majors';
import type { ProofMigration } from './harness/repaired';
import { original, repaired } from './harness/repaired';
import { fill, prepareFilling } from './harness/sample-rows';
import { columnsOf, dataOf, schemaOf } from './harness/schema-dump';
import { startServer, type Server } from './harness/server';

/** Rules whose repair ends elsewhere, on purpose: it need not end in the same schema. */
const ENDS_ELSEWHERE: Readonly<Record<string, string>> = {
  'add-column-not-null-no-default': 'the statement fails on rows',
  'add-column-stored-generated': 'a trigger fills the column',
  'alter-column-type': 'a second column takes over, or a CHECK limits the values',
  'alter-column-type-by-timezone': 'the values differ where the time zone does',
  'constraint-left-not-valid': 'the constraint is valid',
  'drop-index-backing-constraint': 'the statement fails',
  'foreign-key-missing-index': 'there is an index more',
  'frozen-time-literal': 'the default is another',
  'identity-starts-at-one': 'the sequence stands elsewhere',
  'serial-sequence-stays-integer': 'the sequence is bigint',
};

/** Rules whose repair cannot be run as it is written. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'add-column-constrained-domain': 'the conditions of the domain have to be written in terms of the column',
  'autocommit-only-in-transaction': 'one of its statements stays a DO block',
  'backfill-under-lock': 'the rows of the example collide with sample rows',
  'pending-trigger-events': 'the rows of the example collide with sample rows',
  'recreate-loses-privileges': 'the role of the example is made elsewhere',
};

/** Rules whose repair is not proved yet, and what stands in the way. */
const NOT_YET: Readonly<Record<string, string>> = {
  'attach-partition-builds-index': 'sample rows find no partition',
  'attach-partition-locks-referenced':
    'the harm is made short, not taken away: to be told apart from a repair that fails',
  'attach-partition-scan': 'sample rows find no partition',
  'create-partition-of-locks-parent': 'a DEFAULT partition is read by ATTACH',
  'create-table-as': 'the harm is made short, not taken away: to be told apart from a repair that fails',
  'create-trigger': 'sample rows find no partition',
  'default-partition-scan': 'sample rows find no partition',
  'detach-partition-not-concurrent': 'sample rows find no partition',
  'detach-referenced-partition':
    'the harm is made short, not taken away: to be told apart from a repair that fails',
  'drop-partition-locks-parent': 'sample rows find no partition',
  'drop-trigger': 'the harm is made short, not taken away: to be told apart from a repair that fails',
  'enum-value-used-in-transaction': 'the repair names a statement beside the one that is reported',
  'materialized-view-without-data': 'REFRESH works as long as its query',
  'owner-change': 'the harm is made short, not taken away: to be told apart from a repair that fails',
  'policy-change-locks': 'the harm is made short, not taken away: to be told apart from a repair that fails',
  'policy-replace-gap': 'the repair names a statement beside the one that is reported',
  'refresh-materialized-view-not-concurrent': 'it ends in another schema',
  'rename-column': 'a generated column depends on the old one',
  'rename-table': 'the harm is made short, not taken away: to be told apart from a repair that fails',
  'row-security-skips-partitions': 'sample rows find no partition',
  'row-security-without-policy': 'it ends in another schema',
  'rule-change': 'the harm is made short, not taken away: to be told apart from a repair that fails',
  'sequence-not-reset': 'the rows of the example collide with sample rows',
  'sequence-restarted': 'the rows of the example collide with sample rows',
  'set-schema': 'the harm is made short, not taken away: to be told apart from a repair that fails',
  'set-tablespace': 'sample rows find no partition',
  'unbatched-backfill': 'the harm is made short, not taken away: to be told apart from a repair that fails',
};

/** Rules that speak of their own repair too: it makes the harm short, and cannot take it away. */
const STILL_SAID: Readonly<Record<string, string>> = {
  'add-column-inline-foreign-key': 'both tables are locked all the same, for a moment',
  'alter-domain-scans-tables': 'VALIDATE reads the tables, in a quiet hour',
  'drop-column': 'the values go all the same',
  'drop-foreign-key-locks-referenced': 'both tables are locked all the same, for a moment',
  'drop-object': 'the object goes all the same',
  'drop-table': 'the rows go all the same',
};

/** Rules that leave the work of the statement as it is, and speak of something else. */
const WORKS_ITSELF: Readonly<Record<string, string>> = {
  'alter-domain-scans-tables': 'VALIDATE reads the tables, in a quiet hour',
  'index-unnamed': 'a plain build stays one',
};

/** The least of all majors on which every recipe has its own form; `all` in PGFENCE_MAJORS runs every one. */
const MAJORS =
  process.env['PGFENCE_MAJORS'] === undefined
    ? ([12, 14, 18] as const)
    : selectedMajors(process.env['PGFENCE_MAJORS']);

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

const examples = RULES.filter(
  ({ id, on }) => on !== 'pipeline' && !(id in NOT_RUN) && !(id in NOT_YET),
).flatMap((rule) =>
  (RULE_DOCS[rule.id]?.reported ?? []).flatMap((example, index) =>
    example.history === undefined || example.completeHistory === false
      ? []
      : [{ rule: rule.id, name: `${rule.id} ${index + 1}`, example }],
  ),
);

describe.each(MAJORS)('PostgreSQL %s', (major: Major) => {
  let server: Server;
  let session: Client;
  beforeAll(async () => {
    server = await startServer(major);
    session = await server.connect();
    await session.query('CREATE ROLE app');
    await prepareFilling(session, major);
  });
  afterAll(async () => {
    await session.end();
    await server.stop();
  });

  test.each(examples.filter(({ example }) => (example.postgres ?? major) === major))(
    'the repair of $name',
    async ({ rule, example }) => {
      for (const { finding, report } of findingsOf(rule, { ...example, postgres: major })) {
        const steps = repaired(report, finding);
        const again = reviewFiles(parser, { ...example, postgres: major }, steps, rule);
        if (!(rule in STILL_SAID)) expect(stillFired(again, rule, finding)).toEqual([]);
        if (!(rule in WORKS_ITSELF)) expect(longStops(again, report)).toEqual([]);
        const after = await outcome(session, example, steps);
        if (rule in ENDS_ELSEWHERE) continue;
        expect(after).toEqual(await outcome(session, example, original(report)));
      }
    },
  );
});

function findingsOf(
  rule: string,
  example: ReportedExample,
): readonly { readonly finding: Finding; readonly report: Report }[] {
  const report = reviewExample(parser, example, rule);
  if (
    report.migrations.some(({ steps }) =>
      steps.some(({ step }) => (step.requires ?? 0) > (example.postgres ?? 18)),
    )
  )
    return [];
  return report.findings.filter(({ repair }) => repair !== null).map((finding) => ({ finding, report }));
}

/** The rule speaks again of what its own repair is made of. */
function stillFired(again: Report, rule: string, finding: Finding): readonly string[] {
  return again.findings
    .filter((other) => other.rule === rule && other.message === finding.message)
    .map(({ message }) => message);
}

/** What a step of the repair keeps waiting through work that grows with the table; other statements of the change set aside. */
function longStops(again: Report, before: Report): readonly string[] {
  const own = new Set(before.migrations.flatMap(({ steps }) => steps.map(({ step }) => step.statement.text)));
  return again.migrations.flatMap(({ steps }) =>
    steps
      .filter(({ step }) => !own.has(step.statement.text))
      .flatMap(({ step }) =>
        step.stops
          .filter(({ reads, writes, work }) => (reads || writes) && work !== 'none')
          .map(({ relation, work }) => `${step.statement.text}: ${work} stops ${relation.name}`),
      ),
  );
}

/** History, rows, then the migrations: what schema and data come to. */
async function outcome(
  session: Client,
  example: ReportedExample,
  migrations: readonly ProofMigration[],
): Promise<{ readonly schema: readonly string[]; readonly data: readonly string[] }> {
  await session.query('ROLLBACK');
  await session.query('RESET ALL');
  await dropAll(session);
  await session.query(example.history ?? '');
  await fill(session);
  const before = await columnsOf(session);
  for (const { sql, transaction } of migrations) {
    if (transaction === 'file') await session.query(`BEGIN;\n${sql}\nCOMMIT;`);
    else for (const statement of sql.split(/;\n/)) await session.query(statement);
  }
  await session.query('RESET ALL');
  const after = await columnsOf(session);
  const kept = [...before].flatMap(([table, names]): [string, readonly string[]][] => {
    const left = after.get(table);
    return left === undefined ? [] : [[table, names.filter((name) => left.includes(name))]];
  });
  return { schema: await schemaOf(session), data: await dataOf(session, new Map(kept)) };
}

/** Whatever the example before has left in the database. */
async function dropAll(session: Client): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT nspname::text AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
  );
  for (const { name } of rows) await session.query(`DROP SCHEMA "${name}" CASCADE`);
  await session.query('CREATE SCHEMA public');
}
