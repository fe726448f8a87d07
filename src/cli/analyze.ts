import type { MigrationFacts } from '../analysis/run';
import { discoverAll } from '../changes/discover';
import type { DiscoveredSequence, Discovery } from '../changes/discover';
import { leftOutNotes } from '../changes/left-out';
import { plan } from '../changes/plan';
import type { PlannedMigration } from '../changes/plan';
import { seenNotRead } from '../changes/seen';
import type { SeenNotRead } from '../changes/seen';
import { sourceTree } from '../changes/source-tree';
import type { SourceTree } from '../changes/source-tree';
import { unclaimedSequences } from '../changes/unclaimed';
import { activeRules } from '../config/active-rules';
import type { RuleSelection } from '../config/active-rules';
import type { Config } from '../config/config';
import { ruleOptions } from '../config/rule-options';
import type { Risk } from '../findings/finding';
import type { Report } from '../findings/report';
import { review } from '../review';
import type { MigrationInput, SequenceInput } from '../review';
import { unreadMigrations } from '../review/unread-migrations';
import { RULES } from '../rules/registry.generated';
import type { Transaction } from '../sql/fragment';
import { isGap } from '../sql/gap';
import type { Gap } from '../sql/gap';
import type { Parser } from '../sql/parse';
import type { FilePath, SourceFile } from '../sql/source';
import { parentOf } from '../tools/folders';
import { TOOLS } from '../tools/registry';
import { sql } from '../tools/sql';
import type { Direction, ExtractContext, Extraction, Tool, Tree } from '../tools/tool';
import type { Named, WorkingCopy } from './working-copy';

/** What to analyse of a working copy, and how. */
export interface Analysis {
  readonly parser: Parser;
  readonly javascript: ExtractContext['javascript'];
  readonly copy: WorkingCopy;
  readonly config: Config;
  /** Files that were named: judged and always read. */
  readonly named: readonly FilePath[];
  /** Folders and globs: their files are judged where a tool claims them. What speaks against a file counts only below them. */
  readonly places: readonly Named[];
  /** `-`: text from standard input, as if it stood at its path. */
  readonly standardInput: SourceFile | null;
  readonly tool: Tool | null;
  readonly transaction: Transaction | null;
  readonly direction: Direction;
  readonly history: boolean;
  readonly together: boolean;
  readonly major: number;
  readonly minor: number | null;
  readonly rules: RuleSelection;
  readonly failOn: Risk | 'never';
  readonly version: string;
}

/** Reads and judges what was named. */
export function analyzePaths(analysis: Analysis): Report {
  const given = givenFiles(analysis);
  const judged = new Set([...given, ...analysis.places.flatMap(({ paths }) => paths)]);
  const tree = sourceTree(
    () => [...new Set([...analysis.copy.tree.paths, ...judged])].sort(),
    (path) => (analysis.standardInput?.path === path ? analysis.standardInput : analysis.copy.load(path)),
  );
  const named = [...analysis.places.map(({ at }) => at), ...given];
  const tools = analysis.tool === null ? TOOLS : [analysis.tool];
  const discovery = discoverAll(tree, tools, { named, files: judged });
  const known = analysis.tool === null ? seenNotRead(tree, (path) => judged.has(path), named) : [];
  const seen = [...known, ...unknownCode(discovery, known, analysis)];
  const sequences = withUnclaimed(discovery, seen, tree, analysis);
  const planned = plan(sequences, {
    judged,
    history: analysis.history,
    direction: analysis.direction,
    order: 'in-place',
  });
  return review({
    parser: analysis.parser,
    major: analysis.major,
    sequences: [
      ...planned.map(({ sequence, migrations }): SequenceInput => ({
        sequence,
        complete: analysis.history,
        migrations: migrations.map((migration) => inputOf(migration, tree, analysis)),
      })),
      ...unreadMigrations(seen, (path) => ({ ...UNKNOWN, source: sourceOf(path, tree.load(path)) })),
    ],
    knownChangeSet: analysis.together,
    historySource: 'files',
    scope: 'paths',
    rules: activeRules(RULES, analysis.config.rules, analysis.rules),
    knownRules: new Set(RULES.map((rule) => rule.id)),
    options: ruleOptions(analysis.config, analysis.minor),
    gate: { failOn: analysis.failOn, gates: true, unchanged: false },
    version: analysis.version,
    notes: [
      ...unrecognised(
        planned.flatMap(({ sequence, migrations }) =>
          migrations.some(({ tool }) => tool === sql) ? [sequence] : [],
        ),
        analysis,
      ),
      ...leftOutNotes(discovery.excluded, (path) => judged.has(path)),
    ],
  });
}

/** Files that were named each by itself. */
function givenFiles({ named, standardInput }: Analysis): readonly FilePath[] {
  return standardInput === null ? named : [...named, standardInput.path];
}

/** Files that were named, are code and belong to no tool. */
function unknownCode(
  { sequences }: Discovery,
  seen: readonly SeenNotRead[],
  analysis: Analysis,
): readonly SeenNotRead[] {
  if (analysis.tool !== null) return [];
  const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
  const unread = new Set(seen.flatMap(({ paths }) => paths));
  const detail = 'code of no tool that pgfence recognises; --tool says whose migration it is';
  return givenFiles(analysis)
    .filter((path) => CODE.test(path) && !claimed.has(path) && !unread.has(path))
    .map((path) => ({ title: 'not recognised', folder: parentOf(path), paths: [path], detail }));
}

const CODE = /\.(?:[mc]?[jt]sx?|rb|py|exs?|php|go|java|kt|rs|cs)$/;

/**
 * Named files that no tool claims are read as plain SQL, with their neighbours as their history. So is SQL that a glob matches, and
 * what stands directly in a folder of which no tool claims any file.
 */
function withUnclaimed(
  { sequences, excluded }: Discovery,
  seen: readonly SeenNotRead[],
  tree: Tree,
  analysis: Analysis,
): readonly DiscoveredSequence[] {
  const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
  const left = new Set(excluded.map(({ claim }) => claim.path));
  const unread = new Set(seen.flatMap(({ paths }) => paths));
  const isFree = (path: FilePath): boolean => path.endsWith('.sql') && !claimed.has(path) && !left.has(path);
  const loose = givenFiles(analysis).filter((path) => !claimed.has(path) && !unread.has(path));
  const found = analysis.places.flatMap(({ kind, at, paths }) => {
    if (kind === 'glob') return paths.filter(isFree);
    const unknown = !paths.some((path) => claimed.has(path));
    return unknown ? paths.filter((path) => isFree(path) && parentOf(path) === at) : [];
  });
  const folders = new Set([...loose, ...found].map(parentOf).filter((folder) => folder !== ''));
  const neighbours = tree.paths.filter((path) => isFree(path) && folders.has(parentOf(path)));
  const extra = new Set([...loose, ...found, ...neighbours]);
  return [...sequences, ...unclaimedSequences(extra, analysis.tool ?? sql, 'it was named')];
}

function inputOf(
  { claim, tool, judged, place, hasDown }: PlannedMigration,
  tree: SourceTree,
  analysis: Analysis,
): MigrationInput {
  const loaded = tree.load(claim.path);
  const source = sourceOf(claim.path, loaded);
  const extract = (): Extraction =>
    isGap(loaded)
      ? { fragments: [], gaps: [loaded], transaction: 'unknown' }
      : tool.extract(source, {
          direction: judged ? analysis.direction : 'up',
          path: claim.path,
          tree,
          transaction: analysis.transaction,
          javascript: analysis.javascript,
        });
  const facts: MigrationFacts = {
    path: claim.path,
    source,
    tool: tool.name,
    sequence: claim.sequence,
    direction: judged ? analysis.direction : 'up',
    status: 'unknown',
    previousPath: null,
    version: claim.version,
    transaction: analysis.transaction ?? tool.runner.transaction,
    place,
    ...(hasDown === null ? {} : { hasDown }),
  };
  return { facts, extract, judged: judged ? { isChanged: () => true, base: null } : null };
}

const UNKNOWN = { status: 'unknown', previousPath: null, isChanged: () => true } as const;

function sourceOf(path: FilePath, loaded: SourceFile | Gap): SourceFile {
  return isGap(loaded) ? { path, text: '' } : loaded;
}

function unrecognised(sequences: readonly string[], analysis: Analysis): readonly string[] {
  if (analysis.transaction !== null || analysis.tool !== null) return [];
  return sequences.map(
    (sequence) =>
      `The runner of ${sequence === '' ? 'these files' : sequence} is not recognised, so what shares a transaction is assumed; "tool" or "transaction" in the configuration says it.`,
  );
}
