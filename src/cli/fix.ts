import { applyEdits, chooseEdits } from '../findings/apply-edits';
import type { Finding } from '../findings/finding';
import type { Report } from '../findings/report';
import { printable } from '../report/printable';
import { unifiedDiff } from '../report/unified-diff';
import { isGap } from '../sql/gap';
import type { FilePath, SourceFile } from '../sql/source';
import { editFile } from './edit-file';
import type { WorkingCopy } from './working-copy';

/** The files of a report after the edits that its findings carry, and the findings that they answer. */
export interface Fixed {
  readonly files: readonly FixedFile[];
  readonly findings: readonly Finding[];
}

/** One file before and after. */
export interface FixedFile {
  readonly path: FilePath;
  readonly before: string;
  readonly after: string;
}

/** What a report is made of a change: analyses anew, with some files in the place of those that lie there. */
export type Reanalyze = (files: ReadonlyMap<FilePath, SourceFile>) => Promise<Report>;

/**
 * The edits of a report, made in memory. A file in which they would bring findings that it did not have (CONCURRENTLY in a
 * transaction that the runner opens) is tried again with one finding at a time, and keeps what brings none. A notice may come in
 * the place of something worse: NOT VALID leaves a constraint that somebody has to validate.
 */
export async function fix(report: Report, copy: WorkingCopy, reanalyze: Reanalyze): Promise<Fixed> {
  const textOf = (path: FilePath): string | null => {
    const own = report.migrations.find((migration) => migration.path === path)?.source;
    const source = own ?? copy.load(path);
    return isGap(source) ? null : source.text;
  };
  const all = chooseEdits(report.findings);
  const whole = filesOf(all.byFile, textOf);
  if (whole.length === 0) return { files: [], findings: [] };
  const worse = worseFiles(report, await reanalyze(sourcesOf(whole)));
  if (worse.size === 0) return { files: whole, findings: all.findings };
  const kept: Finding[] = all.findings.filter((finding) => !worse.has(pathOf(finding, report)));
  const doubtful = all.findings.filter((finding) => worse.has(pathOf(finding, report)));
  let reached =
    kept.length === 0 ? report : await reanalyze(sourcesOf(filesOf(chooseEdits(kept).byFile, textOf)));
  for (const finding of doubtful.slice(0, MOST_TRIES)) {
    const files = filesOf(chooseEdits([...kept, finding]).byFile, textOf);
    const tried = await reanalyze(sourcesOf(files));
    if (worseFiles(reached, tried).size > 0) continue;
    kept.push(finding);
    reached = tried;
  }
  return { files: filesOf(chooseEdits(kept).byFile, textOf), findings: kept };
}

/** Each try is an analysis of its own. What is left is for the next run. */
const MOST_TRIES = 40;

/** Writes the files; says in one line each what was done, or why not. Gives those that were written. */
export function writeFixes(
  fixed: Fixed,
  copy: WorkingCopy,
  error: (text: string) => void,
): ReadonlyMap<FilePath, SourceFile> {
  const written = fixed.files.filter(({ path, before, after }) => {
    const refused = editFile(copy.root, path, before, after);
    if (refused !== null) error(`pgfence: ${printable(path)} is not edited: ${refused}\n`);
    else error(`fixed ${printable(path)}: ${rulesOf(fixed, path)}\n`);
    return refused === null;
  });
  return sourcesOf(written);
}

function rulesOf({ findings }: Fixed, path: FilePath): string {
  const answered = findings.filter(({ repair }) => repair?.edits?.some((edit) => edit.at.file === path));
  return [...new Set(answered.map(({ rule }) => rule))].join(', ');
}

/** All changes as one unified diff. */
export function diffOf({ files }: Fixed): string {
  return files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
}

function filesOf(
  byFile: ReturnType<typeof chooseEdits>['byFile'],
  textOf: (path: FilePath) => string | null,
): readonly FixedFile[] {
  return [...byFile].flatMap(([path, edits]) => {
    const before = textOf(path);
    return before === null ? [] : [{ path, before, after: applyEdits(before, edits) }];
  });
}

function sourcesOf(files: readonly FixedFile[]): ReadonlyMap<FilePath, SourceFile> {
  return new Map(files.map(({ path, after }) => [path, { path, text: after }]));
}

function pathOf(finding: Finding, report: Report): string {
  return report.migrations[finding.migration]?.path ?? finding.at.file;
}

/** The migrations that have more findings of some rule, or more gaps, than before; more notices alone where nothing worse went. */
function worseFiles(before: Report, after: Report): ReadonlySet<string> {
  const known = countsOf(before);
  const worse = new Set<string>();
  for (const [path, { loud, notices, gaps }] of countsOf(after)) {
    const had = known.get(path) ?? NOTHING;
    const isBetter = total(loud) < total(had.loud);
    if (gaps > had.gaps || grows(had.loud, loud) || (grows(had.notices, notices) && !isBetter))
      worse.add(path);
  }
  return worse;
}

/** What is said of a file. */
interface Counts {
  readonly gaps: number;
  /** Findings above notices, by rule. */
  readonly loud: Map<string, number>;
  readonly notices: Map<string, number>;
}

const NOTHING: Counts = { gaps: 0, loud: new Map(), notices: new Map() };

function countsOf(report: Report): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { path, gaps } of report.migrations)
    counts.set(path, { gaps: gaps.length, loud: new Map(), notices: new Map() });
  for (const finding of report.findings) {
    if (finding.suppressed !== null) continue;
    const own = counts.get(pathOf(finding, report))?.[finding.severity === 'notice' ? 'notices' : 'loud'];
    own?.set(finding.rule, (own.get(finding.rule) ?? 0) + 1);
  }
  return counts;
}

function total(counts: Counts['loud']): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function grows(had: Counts['loud'], has: Counts['loud']): boolean {
  return [...has].some(([rule, count]) => count > (had.get(rule) ?? 0));
}
