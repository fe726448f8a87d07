import type { ChangedFile } from './changed-file';
import type { Git } from './git';
import { type ChangedLines, NO_LINES, readPatch, WHOLE } from './patch';
import { type Answer, ok, refused, unavailable } from './refusal';

/** What differs between two commits that are both there. */
export function gitDiff(git: Git, base: string, head: string): Promise<Answer<readonly ChangedFile[]>> {
  return gitDiffOf(git, ['--ignore-submodules=none', base, head]);
}

/**
 * What `git diff` tells of two commits, of a commit and the work tree (`[base]`), or of a commit and the index (`['--cached', base]`).
 * Paths come NUL-terminated; the hunks are matched by the ids of the two versions and not by path, which a patch quotes in several ways.
 */
export async function gitDiffOf(git: Git, what: readonly string[]): Promise<Answer<readonly ChangedFile[]>> {
  const common = [
    'diff',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--ignore-submodules=all',
    '--find-renames',
  ];
  const listed = await git.run([...common, '--raw', '-z', '--no-abbrev', ...what, '--']);
  if (listed.kind === 'failed') return refused(unavailable(listed.message));
  const patched = await git.run([...common, '--patch', '--unified=0', '--full-index', ...what, '--']);
  if (patched.kind === 'failed') return refused(unavailable(patched.message));
  const sections = sectionsOf(patched.output.toString('latin1'));
  const entries = readRaw(listed.output.toString('utf8'));
  const lines = linesByVersions(sections);
  const ofWorkTree = linesOfWorkTree(entries, sections);
  return ok(entries.flatMap((entry) => fileOf(entry, ofWorkTree.get(entry) ?? linesOf(entry, lines)) ?? []));
}

interface RawEntry {
  readonly oldSha: string;
  readonly newSha: string;
  readonly newMode: string;
  readonly status: string;
  readonly path: string;
  readonly previousPath: string | undefined;
}

/** Records are `:<old mode> <new mode> <old id> <new id> <status>`, then one path, or two for renames and copies. */
function readRaw(output: string): readonly RawEntry[] {
  const fields = output.split('\0');
  const entries: RawEntry[] = [];
  for (let index = 0; index < fields.length;) {
    const record = /^:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/.exec(fields[index] ?? '');
    if (record === null) break;
    const [, newMode = '', oldSha = '', newSha = '', status = ''] = record;
    const two = status === 'R' || status === 'C';
    const first = fields[index + 1] ?? '';
    const path = two ? (fields[index + 2] ?? '') : first;
    entries.push({ newMode, oldSha, newSha, status, path, previousPath: two ? first : undefined });
    index += two ? 3 : 2;
  }
  return entries;
}

/** What a patch says of one file. */
interface Section {
  readonly oldSha: string;
  readonly versions: string;
  readonly lines: ChangedLines;
}

/** No line of a file's content starts with `diff --git` or `index`: it has its mark before it. */
function sectionsOf(patch: string): readonly Section[] {
  return `\n${patch}`
    .split('\ndiff --git ')
    .slice(1)
    .flatMap((section): readonly Section[] => {
      const [header = '', ...hunks] = section.split(/\n(?=@@ )/);
      const [, versions, oldSha] = /^index (([0-9a-f]+)\.\.[0-9a-f]+)/m.exec(header) ?? [];
      const lines = hunks.length === 0 ? undefined : readPatch(hunks.join('\n'));
      if (versions === undefined || oldSha === undefined || lines === undefined) return [];
      return [{ oldSha, versions, lines }];
    });
}

/** The hunks of each pair of versions. */
function linesByVersions(sections: readonly Section[]): ReadonlyMap<string, ChangedLines> {
  return new Map(sections.map(({ versions, lines }) => [versions, lines]));
}

function linesOf({ oldSha, newSha }: RawEntry, lines: ReadonlyMap<string, ChangedLines>): ChangedLines {
  return oldSha === newSha ? NO_LINES : (lines.get(`${oldSha}..${newSha}`) ?? WHOLE);
}

const UNHASHED = /^0+$/;

/** Of files of the work tree the list gives no id, the patch does. Both keep one order; where it cannot be told, every line counts. */
function linesOfWorkTree(
  entries: readonly RawEntry[],
  sections: readonly Section[],
): ReadonlyMap<RawEntry, ChangedLines> {
  const found = new Map<RawEntry, ChangedLines>();
  const unhashed = entries.filter(({ newSha, status }) => UNHASHED.test(newSha) && /[MR]/.test(status));
  for (const entry of unhashed) {
    const alike = unhashed.filter(({ oldSha }) => oldSha === entry.oldSha);
    const told = sections.filter(({ oldSha }) => oldSha === entry.oldSha);
    const lines = alike.length === told.length ? told[alike.indexOf(entry)]?.lines : undefined;
    found.set(entry, lines ?? WHOLE);
  }
  return found;
}

const SUBMODULE = '160000';

function fileOf(entry: RawEntry, lines: ChangedLines): ChangedFile | undefined {
  const { newSha, newMode, status, path, previousPath } = entry;
  if (newMode === SUBMODULE) return { path, status: 'modified', lines: NO_LINES, isSubmodule: true };
  switch (status) {
    case 'A':
    case 'C':
      return { path, status: 'added', lines: WHOLE, blobSha: newSha };
    case 'D':
      return { path, status: 'deleted', lines: NO_LINES };
    case 'R':
      return {
        path,
        status: 'renamed',
        lines,
        blobSha: newSha,
        ...(previousPath === undefined ? {} : { previousPath }),
      };
    default:
      return { path, status: 'modified', lines, blobSha: newSha };
  }
}
