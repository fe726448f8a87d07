import * as v from 'valibot';
import { LOCK_MODES } from '../../postgres/lock-mode';
import type { RepairStep } from '../../findings/finding';
import type {
  JsonFinding,
  JsonGap,
  JsonRepairStep,
  JsonReport,
  JsonStatement,
  JsonWindow,
} from '../json-report';
import { JSON_REPORT } from '../json-shape';
import type { ShownFinding, ShownGap, ShownReport, ShownStep, ShownWindow } from './shown';

/**
 * A JSON report in the form that is shown. Its text is a stranger's: whatever is no report of version 1 is answered with a
 * clause that says what is wrong with it.
 */
export function shownJson(value: unknown): ShownReport | string {
  const read = v.safeParse(JSON_REPORT, value);
  if (!read.success) {
    const [issue] = read.issues;
    return `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`;
  }
  const report = read.output as JsonReport;
  const rules = report.migrations.flatMap(({ statements, findings }) =>
    [...findings, ...statements.flatMap((statement) => statement.findings)].map(({ rule }) => rule),
  );
  const noRule = rules.find((rule) => !/^[a-z][a-z0-9-]{0,79}$/.test(rule));
  return noRule === undefined ? shown(report) : `"${noRule.slice(0, 40)}" is no name of a rule`;
}

function shown(report: JsonReport): ShownReport {
  const findings: ShownFinding[] = [];
  const add = (path: string, migration: number, step: number | null, found: JsonFinding): number =>
    findings.push(findingOf(found, path, migration, step)) - 1;
  return {
    pgfence: report.pgfence,
    postgres: report.postgres,
    failOn: report.failOn ?? 'high',
    notes: report.notes ?? [],
    summary: report.summary,
    scope: report.scope,
    windows: (report.windows ?? []).flatMap((window) => windowOf(window, report)),
    migrations: report.migrations.map((migration, index) => {
      const { path } = migration;
      for (const found of migration.findings) add(path, index, null, found);
      return {
        path,
        steps: migration.statements.map((statement, step) =>
          stepOf(
            statement,
            path,
            statement.findings.map((found) => add(path, index, step, found)),
          ),
        ),
        gaps: migration.gaps.map((gap) => gapOf(gap, path)),
      };
    }),
    findings,
  };
}

/** Nothing of a window whose statements are not in the report. */
function windowOf(
  { assumed, statements, locks, work }: JsonWindow,
  { migrations }: JsonReport,
): readonly ShownWindow[] {
  const isThere = statements.every(
    ({ migration, statement }) => migrations[migration]?.statements[statement] !== undefined,
  );
  if (!isThere) return [];
  return [
    {
      assumed: assumed === true,
      steps: statements.map(({ migration, statement }, index) => ({ migration, step: statement, index })),
      window: {
        first: 0,
        locks: locks.flatMap(({ relation, kind, mode, from }) => {
          const known = LOCK_MODES.find((candidate) => candidate === mode);
          return known === undefined ? [] : [{ relation: { name: relation, kind }, mode: known, step: from }];
        }),
        work: work.map(({ work: done, at }) => ({ work: done, step: at })),
      },
    },
  ];
}

function stepOf(statement: JsonStatement, path: string, findings: readonly number[]): ShownStep {
  const { line, column, endLine, endColumn, risk, held, changed, sql, file, locks, stops } = statement;
  return {
    place: { line, column, endLine, endColumn },
    risk,
    held: held ?? null,
    changed,
    findings,
    step: {
      statement: { text: sql, at: { file: file ?? path } },
      locks: locks.flatMap(({ relation, kind, mode, work, certainty, new: isNew }) => {
        const known = LOCK_MODES.find((candidate) => candidate === mode);
        return known === undefined
          ? []
          : [
              {
                relation: { name: relation, kind },
                mode: known,
                work,
                certainty,
                isNew: isNew === true,
              },
            ];
      }),
      stops: stops.map(({ relation, kind, reads, writes }) => ({
        relation: { name: relation, kind },
        reads,
        writes,
      })),
    },
  };
}

function repairStepOf({ own, ...step }: JsonRepairStep): RepairStep {
  return own === undefined ? step : { ...step, own: () => own };
}

function findingOf(found: JsonFinding, path: string, migration: number, step: number | null): ShownFinding {
  const { line, column, endLine, endColumn, file, suppressed, repair } = found;
  return {
    rule: found.rule,
    severity: found.severity,
    risk: found.risk,
    at: { file: file ?? path },
    place: { line, column, endLine, endColumn },
    step,
    migration,
    message: found.message,
    help: found.help,
    repair: repair === undefined ? null : { summary: repair.summary, steps: repair.steps.map(repairStepOf) },
    suppressed: suppressed ?? null,
    gating: found.gating,
    id: found.id,
  };
}

function gapOf(
  { line, column, endLine, endColumn, file, detail, suppressed }: JsonGap,
  path: string,
): ShownGap {
  return {
    gap: { detail, at: { file: file ?? path } },
    place: { line, column, endLine, endColumn },
    suppressed: suppressed ?? null,
  };
}
