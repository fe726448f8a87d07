import { NOTHING_LEFT } from '../changes/plan';
import type { PlannedMigration } from '../changes/plan';
import type { Config } from '../config/config';
import { sparingMemory } from '../engine';
import type { ChangeSet } from '../github/change-set';
import type { ChangedFile } from '../github/changed-file';
import { isChanged } from '../github/changed-lines';
import type { Content } from '../github/file-tree';
import type { JudgedInput, MigrationInput } from '../review';
import type { UnreadFile } from '../review/unread-migrations';
import { isGap } from '../sql/gap';
import { filePath } from '../sql/source';
import type { FilePath } from '../sql/source';
import type { Direction, ExtractContext, Extraction, Tree } from '../tools/tool';
import { goesBack } from '../tools/way-back';
import { sourceOf } from './text-tree';

/** One state of the repository, as extraction asks for it. */
export interface State {
  readonly tree: Tree;
  readonly read: (path: string) => Content;
  readonly javascript: ExtractContext['javascript'];
}

/**
 * A migration of the plan, as the review takes it: read when it is its turn. `asksForWayBack`: somebody wants to know whether its file
 * takes it back too.
 */
export function migrationInput(
  { claim, tool, judged, gone, place, hasDown }: PlannedMigration,
  changed: ReadonlyMap<string, ChangedFile>,
  states: { readonly head: State; readonly base: State },
  changes: ChangeSet,
  config: Config,
  asksForWayBack: boolean,
): MigrationInput {
  const file = changed.get(claim.path);
  const source = sourceOf(claim.path, states.head.read(claim.path));
  const before = basePathOf(file);
  const known = before === undefined ? null : sourceOf(filePath(before), states.base.read(before));
  const extract = (path: FilePath, state: State, direction: Direction = 'up'): Extraction => {
    const text = sourceOf(path, state.read(path));
    if (isGap(text)) return { fragments: [], gaps: [text], transaction: 'unknown' };
    const { tree, javascript } = state;
    return tool.extract(text, {
      direction,
      path,
      tree,
      transaction: config.transaction ?? null,
      javascript,
    });
  };
  const asked = asksForWayBack && judged && !gone && claim.direction === 'both';
  const way = asked ? goesBack(extract(claim.path, states.head, 'down')) : hasDown;
  const judgedInput: JudgedInput = {
    isChanged: gone ? () => true : changedBy(file, changes),
    base:
      before === undefined || states.base.read(before).kind !== 'bytes'
        ? null
        : () => extract(filePath(before), states.base),
  };
  return {
    facts: {
      path: claim.path,
      source: isGap(source) ? { path: claim.path, text: '' } : source,
      tool: tool.name,
      sequence: claim.sequence,
      direction: 'up',
      status: file?.status ?? 'unknown',
      previousPath: file?.previousPath === undefined ? null : filePath(file.previousPath),
      version: claim.version,
      transaction: config.transaction ?? tool.runner.transaction,
      place,
      ...(way === null ? {} : { hasDown: way }),
      ...(known === null || isGap(known) ? {} : { before: known.text }),
    },
    extract: sparingMemory(() => (gone ? NOTHING_LEFT : extract(claim.path, states.head))),
    judged: judged ? judgedInput : null,
  };
}

/** A file that is seen and not read, with what the change set says of it. */
export function unreadFile(
  path: FilePath,
  changed: ReadonlyMap<string, ChangedFile>,
  read: State['read'],
  changes: ChangeSet,
): UnreadFile {
  const file = changed.get(path);
  const source = sourceOf(path, read(path));
  return {
    source: isGap(source) ? { path, text: '' } : source,
    status: file?.status ?? 'unknown',
    previousPath: file?.previousPath === undefined ? null : filePath(file.previousPath),
    isChanged: changedBy(file, changes),
  };
}

function changedBy(file: ChangedFile | undefined, changes: ChangeSet): JudgedInput['isChanged'] {
  const isKnown = changes.kind === 'changed';
  return (place) => !isKnown || (file !== undefined && isChanged(place, file.lines));
}

/** Where the version stands that a change set edits. */
export function basePathOf(file: ChangedFile | undefined): string | undefined {
  return file?.status === 'modified' || file?.status === 'renamed'
    ? (file.previousPath ?? file.path)
    : undefined;
}
