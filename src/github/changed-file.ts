import type { ListedFile } from './github';
import { type ChangedLines, NO_LINES, readPatch, WHOLE } from './patch';

/** A file that differs between base and head. */
export interface ChangedFile {
  /** At the head; of a deleted file at the base. */
  readonly path: string;
  /** At the base, if renamed. */
  readonly previousPath?: string;
  readonly status: 'added' | 'modified' | 'renamed' | 'deleted';
  readonly lines: ChangedLines;
  /** Of the version at the head. */
  readonly blobSha?: string;
  /** A commit of another repository, whose files nobody reads here. */
  readonly isSubmodule?: true;
}

/** True where GitHub counts changed lines but shows none, or not all of them: another source may know them. */
export function lacksLines(file: ListedFile): boolean {
  return (
    (file.status === 'modified' || file.status === 'renamed' || file.status === 'changed') &&
    linesOf(file) === undefined
  );
}

/** A file as GitHub lists it, in our words; undefined for one that did not change. */
export function changedFile(file: ListedFile): ChangedFile | undefined {
  const changed = fileOf(file);
  return changed !== undefined && SUBMODULE.test(file.patch ?? '')
    ? { ...changed, isSubmodule: true }
    : changed;
}

/** All that GitHub shows of a submodule: no mode, but a patch of commits. */
const SUBMODULE = /^@@[^\n]*@@(\n[-+]Subproject commit [0-9a-f]+)+$/;

function fileOf(file: ListedFile): ChangedFile | undefined {
  const { path, previousPath, status, blobSha } = file;
  const version = blobSha === undefined ? {} : { blobSha };
  switch (status) {
    // What a copy takes over is as new to the tool as what it adds.
    case 'copied':
    case 'added':
      return { path, status: 'added', lines: WHOLE, ...version };
    case 'removed':
      return { path, status: 'deleted', lines: NO_LINES };
    case 'renamed':
      return {
        path,
        status: 'renamed',
        lines: linesOf(file) ?? WHOLE,
        ...version,
        ...(previousPath === undefined ? {} : { previousPath }),
      };
    case 'modified':
    case 'changed':
      return { path, status: 'modified', lines: linesOf(file) ?? WHOLE, ...version };
    case 'unchanged':
      return undefined;
  }
}

function linesOf({ patch, additions, deletions }: ListedFile): ChangedLines | undefined {
  if (patch !== undefined) return readPatch(patch, { additions, deletions });
  return additions + deletions === 0 ? NO_LINES : undefined;
}
