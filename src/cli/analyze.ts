import type { Statistics } from '../analysis/statistics';
import { discoverAll } from '../changes/discover';
import type { Discovery } from '../changes/discover';
import { leftOutNotes } from '../changes/left-out';
import { NOTHING_LEFT, plan } from '../changes/plan';
import type { PlannedMigration } from '../changes/plan';
import { seenNotRead } from '../changes/seen';
import type { SeenNotRead } from '../changes/seen';
import { NO_TREE, sourceTree, withYaml } from '../changes/source-tree';
import type { SourceTree } from '../changes/source-tree';
import { activeRules, asksForWayBack } from '../config/active-rules';
import type { RuleSelection } from '../config/active-rules';
import type { Config } from '../config/config';
import { ruleOptions } from '../config/rule-options';
import { sparingMemory } from '../engine';
import type { Risk } from '../findings/finding';
import type { Report } from '../findings/report';
import type { ChangedFile } from '../github/changed-file';
import { isChanged } from '../github/changed-lines';
import { review } from '../review';
import type { MigrationInput, SequenceInput } from '../review';
import type { UnreadFile } from '../review/unread-migrations';
import { unreadMigrations } from '../review/unread-migrations';
import { withUnrecognisedRunners } from '../review/unrecognised-runner';
import { RULES } from '../rules/registry.generated';
import type { Transaction } from '../sql/fragment';
import type { Gap } from '../sql/gap';
import { isGap } from '../sql/gap';
import type { Parser } from '../sql/parse';
import { filePath } from '../sql/source';
import type { FilePath, SourceFile } from '../sql/source';
import { parentOf } from '../tools/folders';
import { scriptsFor } from '../tools/load-scripts';
import { TOOLS } from '../tools/registry';
import type { Direction, ExtractContext, Extraction, Tool } from '../tools/tool';
import { goesBack } from '../tools/way-back';
import type { LocalChanges } from './local-changes';
import { givenFiles, notTakenNotes, withUnclaimed } from './named-files';
import { filesAround } from './working-copy';
import type { Named, WorkingCopy } from './working-copy';

/** What to analyse of a working copy, and how. */
export interface Analysis {
  readonly parser: Parser;
  readonly copy: WorkingCopy;
  /** What is judged: the change set, or without one what was named. */
  readonly changes: LocalChanges | null;
  readonly config: Config;
  /** Files that were named: judged and always read. */
  readonly named: readonly FilePath[];
  /** Folders and globs: their files are judged where a tool claims them. What speaks against a file counts only below them. */
  readonly places: readonly Named[];
  /** Nothing was named: the change set is asked about as a whole. */
  readonly isWhole: boolean;
  /** `-`: text from standard input, as if it stood at its path. */
  readonly standardInput: SourceFile | null;
  /** Files as they are after edits, in the place of those that were read. */
  readonly edited: ReadonlyMap<FilePath, SourceFile>;
  readonly statistics: Statistics | null;
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

/** Reads and judges what was named, or what of it is part of the change set. */
export async function analyzePaths(analysis: Analysis): Promise<Report> {
  const { changes } = analysis;
  const given = givenFiles(analysis);
  const judged = judgedFiles(analysis);
  const tree = await withYaml(treeOf(analysis, judged));
  const named = [...analysis.places.map(({ at }) => at), ...given];
  const tools = analysis.tool === null ? TOOLS : [analysis.tool];
  const discovery = discoverAll(tree, tools, { named, files: judged });
  const known = analysis.tool === null ? seenNotRead(tree, (path) => judged.has(path), named) : [];
  const seen = [...known, ...unknownCode(discovery, known, analysis)];
  const sequences = withUnclaimed(discovery, seen, tree, analysis);
  const planned = plan(sequences, {
    judged,
    gone: goneFiles(analysis),
    history: analysis.history,
    direction: analysis.direction,
    order: changes === null ? 'in-place' : 'first',
  });
  const migrations = planned.flatMap((sequence) => sequence.migrations);
  const javascript = await scriptsFor(migrations.map(({ claim }) => claim.path));
  const rules = activeRules(RULES, analysis.config.rules, analysis.rules);
  const states: States = {
    asksForWayBack: asksForWayBack(rules),
    head: { tree, javascript: javascript?.() ?? null },
    base: {
      tree: changes === null ? NO_TREE : await withYaml(changes.base),
      javascript: javascript?.() ?? null,
    },
  };
  const report = review({
    parser: analysis.parser,
    major: analysis.major,
    sequences: [
      ...planned.map(({ sequence, migrations }): SequenceInput => ({
        sequence,
        complete: analysis.history,
        migrations: migrations.map((migration) => inputOf(migration, states, analysis)),
      })),
      ...unreadMigrations(seen, (path) => ({
        source: sourceOf(path, tree.load(path)),
        ...changeOf(changes?.files.get(path)),
      })),
    ],
    knownChangeSet: analysis.together || changes !== null,
    historySource: 'files',
    scope: changes === null ? 'paths' : 'changed',
    rules,
    knownRules: new Set(RULES.map((rule) => rule.id)),
    options: ruleOptions(analysis.config, analysis.minor, analysis.statistics),
    gate: { failOn: analysis.failOn, gates: true, unchanged: false },
    version: analysis.version,
    notes: [
      ...leftOutNotes(discovery.excluded, (path) => judged.has(path)),
      ...(changes === null ? notTakenNotes(sequences, discovery, analysis) : []),
    ],
  });
  return analysis.transaction === null && analysis.tool === null ? withUnrecognisedRunners(report) : report;
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

/** What is asked about: of a change set what was named of it, or all of it. Deleted files ran before and are history. */
function judgedFiles(analysis: Analysis): ReadonlySet<FilePath> {
  const { changes, places } = analysis;
  const named = new Set([...givenFiles(analysis), ...places.flatMap(({ paths }) => paths)]);
  if (changes === null) return named;
  const changed = [...changes.files].flatMap(([path, { status }]) => (status === 'deleted' ? [] : [path]));
  return new Set(analysis.isWhole ? changed : changed.filter((path) => named.has(path)));
}

/** What the change set deletes of what is asked about. */
function goneFiles({ changes, isWhole, places }: Analysis): ReadonlySet<FilePath> {
  const gone = [...(changes?.files ?? [])].flatMap(([path, { status }]) =>
    status === 'deleted' ? [path] : [],
  );
  const isAsked = (path: FilePath): boolean =>
    places.some(({ at }) => at === '' || path.startsWith(`${at}/`));
  return new Set(isWhole ? gone : gone.filter(isAsked));
}

function treeOf(
  { copy, changes, named, standardInput, edited }: Analysis,
  judged: ReadonlySet<FilePath>,
): SourceTree {
  const tree = changes?.head ?? copy.tree;
  const outside = named.filter((path) => path.startsWith('../'));
  const around = (): FilePath[] => outside.flatMap((path) => filesAround(copy.root, path));
  return sourceTree(
    () => [...new Set([...tree.paths, ...judged, ...around()])].sort(),
    (path) => edited.get(path) ?? (standardInput?.path === path ? standardInput : tree.load(path)),
  );
}

/** One state of the repository, as extraction asks for it. */
interface State extends Pick<ExtractContext, 'javascript'> {
  readonly tree: SourceTree;
}

interface States {
  /** Somebody wants to know whether a file takes its migration back too. */
  readonly asksForWayBack: boolean;
  readonly head: State;
  readonly base: State;
}

function inputOf(
  { claim, tool, judged, gone, place, hasDown }: PlannedMigration,
  { head, base, asksForWayBack }: States,
  { changes, direction, transaction }: Analysis,
): MigrationInput {
  const file = changes?.files.get(claim.path);
  const loaded = head.tree.load(claim.path);
  const read = (
    path: FilePath,
    { tree, javascript }: State,
    way: Direction = judged ? direction : 'up',
  ): Extraction => {
    const source = tree.load(path);
    if (isGap(source)) return { fragments: [], gaps: [source], transaction: 'unknown' };
    return tool.extract(source, {
      direction: way,
      path,
      tree,
      transaction,
      javascript,
    });
  };
  const asked = asksForWayBack && judged && !gone && claim.direction === 'both' && direction === 'up';
  const back = asked ? goesBack(read(claim.path, head, 'down')) : hasDown;
  const before = file === undefined ? null : pathBefore(file);
  const known = before === null ? null : base.tree.load(before);
  const { status, previousPath, isChanged: isPart } = changeOf(file);
  return {
    facts: {
      path: claim.path,
      source: sourceOf(claim.path, loaded),
      tool: tool.name,
      sequence: claim.sequence,
      direction: judged ? direction : 'up',
      status,
      previousPath,
      version: claim.version,
      transaction: transaction ?? tool.runner.transaction,
      place,
      ...(back === null ? {} : { hasDown: back }),
      ...(known === null || isGap(known) ? {} : { before: known.text }),
    },
    extract: sparingMemory(() => (gone ? NOTHING_LEFT : read(claim.path, head))),
    judged: judged
      ? {
          isChanged: gone ? () => true : isPart,
          base: before === null ? null : () => read(before, base),
        }
      : null,
  };
}

/** What a change set does with a file; without one, all of it is asked about. */
function changeOf(file: ChangedFile | undefined): Omit<UnreadFile, 'source'> {
  return {
    status: file?.status ?? 'unknown',
    previousPath: file?.previousPath === undefined ? null : filePath(file.previousPath),
    isChanged: (place) => file === undefined || isChanged(place, file.lines),
  };
}

/** Where the version stands that a change set edits. */
function pathBefore({ status, path, previousPath }: ChangedFile): FilePath | null {
  return status === 'modified' || status === 'renamed' ? filePath(previousPath ?? path) : null;
}

function sourceOf(path: FilePath, loaded: SourceFile | Gap): SourceFile {
  return isGap(loaded) ? { path, text: '' } : loaded;
}
