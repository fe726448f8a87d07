import { applyEdits, chooseEdits } from '../../../src/findings/apply-edits';
import type { Finding, RepairStep } from '../../../src/findings/finding';
import type { Report } from '../../../src/findings/report';
import type { Transaction } from '../../../src/sql/fragment';

/** One migration that a proof runs: its statements, in one transaction or each by itself. */
export interface ProofMigration {
  readonly sql: string;
  readonly transaction: Extract<Transaction, 'file' | 'none'>;
  /** Part of the repair, and not another statement of the change set. */
  readonly ofRepair: boolean;
}

/** The statements of the change set, each a migration, with the steps of the repair in the place of the finding's statement. */
export function repaired(report: Report, finding: Finding): readonly ProofMigration[] {
  const steps = finding.repair?.steps ?? [];
  const repeated = (sql: string): boolean => steps.some((step) => step.sql?.includes(sql) === true);
  const covered = new Set(
    (finding.repair?.covers ?? []).map(({ file, start }) => `${file}:${String(start)}`),
  );
  return report.migrations.flatMap((migration, index) => {
    const own = migration.transaction === 'none' ? 'none' : 'file';
    return migration.steps.flatMap(({ step }, at): readonly ProofMigration[] => {
      const text = `${step.statement.text};`;
      const isMeant = index === finding.migration && at === finding.step;
      if (isMeant && finding.repair !== null)
        return inOneSession(
          once(
            steps.flatMap((each) => inItsPlace(each, text, own)),
            text,
          ),
        );
      // What the repair says itself, in its own place, is not said again.
      const { file, start } = step.statement.at;
      if (isTransaction(text) || repeated(text) || covered.has(`${file}:${String(start)}`)) return [];
      return [{ sql: text, transaction: 'none', ofRepair: false }];
    });
  });
}

/** Several steps go before or after the statement, which stands there once. */
function once(migrations: readonly ProofMigration[], text: string): readonly ProofMigration[] {
  const places = migrations.flatMap(({ sql }, index) => (sql === text ? [index] : []));
  const kept = places[0] === 0 ? places[0] : places.at(-1);
  return migrations.filter(({ sql }, index) => sql !== text || index === kept);
}

/** The whole change set, each statement by itself. */
export function original(report: Report): readonly ProofMigration[] {
  return report.migrations.flatMap(({ steps }) =>
    steps.flatMap(({ step: { statement } }): readonly ProofMigration[] =>
      isTransaction(statement.text)
        ? []
        : [{ sql: `${statement.text};`, transaction: 'none', ofRepair: false }],
    ),
  );
}

/** The files of the change set with the edits of a finding made. */
export function edited(report: Report, finding: Finding): readonly ProofMigration[] {
  const { byFile } = chooseEdits([finding]);
  return report.migrations.map(({ path, source, transaction }, index) => ({
    sql: applyEdits(source.text, byFile.get(path) ?? []),
    transaction: transaction === 'none' ? 'none' : 'file',
    ofRepair: index === finding.migration,
  }));
}

/** Statements that stand side by side in one file share a session. */
function inOneSession(migrations: readonly ProofMigration[]): readonly ProofMigration[] {
  const settings = migrations.filter(({ sql }) => /^\s*set\b/i.test(sql) && !sql.includes('\n'));
  if (settings.length === 0 || migrations.some(({ transaction }) => transaction === 'file'))
    return migrations;
  return [{ sql: migrations.map(({ sql }) => sql).join('\n'), transaction: 'none', ofRepair: true }];
}

/** A step that says "before" or "after" goes with the statement; any other takes its place. */
function inItsPlace(
  step: RepairStep,
  text: string,
  transaction: ProofMigration['transaction'],
): readonly ProofMigration[] {
  if (step.sql === undefined || step.run === 'subscribers') return [];
  const own: ProofMigration = { sql: text, transaction: 'none', ofRepair: true };
  const sql = step.sql.replaceAll('$lo', '-1').replaceAll('$hi', '30000');
  if (step.run === 'batches') return [{ ...own, sql: sql.replaceAll('…', "'1'") }];
  if (step.run !== 'statement') {
    const migration: ProofMigration = {
      sql,
      transaction: step.transaction === 'own' ? 'file' : 'none',
      ofRepair: true,
    };
    if (sql.includes(text)) return [migration];
    if (step.note?.startsWith('before ') === true) return [migration, own];
    return step.note?.startsWith('after ') === true ? [own, migration] : [migration];
  }
  if (step.note?.startsWith('before') === true)
    return [{ sql: `${sql}\n${text}`, transaction, ofRepair: true }];
  if (step.note?.startsWith('after') === true)
    return [{ sql: `${text}\n${sql}`, transaction, ofRepair: true }];
  return [{ sql, transaction: step.transaction === 'same' ? transaction : 'none', ofRepair: true }];
}

function isTransaction(sql: string): boolean {
  return /^\s*(?:begin|commit|start)\b/i.test(sql);
}
