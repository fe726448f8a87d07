import type { Finding, RepairStep } from '../../../src/findings/finding';
import type { Report } from '../../../src/findings/report';
import type { Transaction } from '../../../src/sql/fragment';

/** One migration that a proof runs: its statements, in one transaction or each by itself. */
export interface ProofMigration {
  readonly sql: string;
  readonly transaction: Extract<Transaction, 'file' | 'none'>;
}

/** The statements of the change set, each a migration, with the steps of the repair in the place of the finding's statement. */
export function repaired(report: Report, finding: Finding): readonly ProofMigration[] {
  return report.migrations.flatMap((migration, index) =>
    migration.steps.flatMap(({ step }, at): readonly ProofMigration[] => {
      const own: ProofMigration = { sql: `${step.statement.text};`, transaction: 'none' };
      const isMeant = index === finding.migration && at === finding.step;
      if (!isMeant || finding.repair === null) return isTransaction(own.sql) ? [] : [own];
      return inOneSession(finding.repair.steps.flatMap((each) => inItsPlace(each, own)));
    }),
  );
}

/** The whole change set, each statement by itself. */
export function original(report: Report): readonly ProofMigration[] {
  return report.migrations.flatMap(({ steps }) =>
    steps.flatMap(({ step: { statement } }): readonly ProofMigration[] =>
      isTransaction(statement.text) ? [] : [{ sql: `${statement.text};`, transaction: 'none' }],
    ),
  );
}

/** Statements that stand side by side in one file share a session. */
function inOneSession(migrations: readonly ProofMigration[]): readonly ProofMigration[] {
  const settings = migrations.filter(({ sql }) => /^\s*set\b/i.test(sql) && !sql.includes('\n'));
  if (settings.length === 0 || migrations.some(({ transaction }) => transaction === 'file'))
    return migrations;
  return [{ sql: migrations.map(({ sql }) => sql).join('\n'), transaction: 'none' }];
}

/** A step that says "before" or "after" goes with the statement; any other takes its place. */
function inItsPlace(step: RepairStep, own: ProofMigration): readonly ProofMigration[] {
  if (step.sql === undefined) return [];
  const sql = step.sql.replaceAll('$lo', '-1').replaceAll('$hi', '30000');
  if (step.run === 'batches') return [{ sql: sql.replaceAll('…', "'1'"), transaction: 'none' }];
  if (step.run !== 'statement') {
    const migration: ProofMigration = { sql, transaction: step.transaction === 'own' ? 'file' : 'none' };
    if (step.note?.startsWith('before ') === true) return [migration, own];
    return step.note?.startsWith('after ') === true ? [own, migration] : [migration];
  }
  if (step.note?.startsWith('before') === true) return [{ sql: `${sql}\n${own.sql}`, transaction: 'file' }];
  if (step.note?.startsWith('after') === true) return [{ sql: `${own.sql}\n${sql}`, transaction: 'file' }];
  return [{ sql, transaction: 'none' }];
}

function isTransaction(sql: string): boolean {
  return /^\s*(?:begin|commit|start)\b/i.test(sql);
}
