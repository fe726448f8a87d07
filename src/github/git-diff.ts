import type { ChangedFile } from './changed-file';
import type { Git } from './git';
import { type ChangedLines, NO_LINES, readPatch, WHOLE } from './patch';
import { type Answer, ok, refused, unavailable } from './refusal';

/**
 * What differs between two commits that are both there. Paths come NUL-terminated; the hunks are matched by the ids of the
 * two versions and not by path, which a patch quotes in several ways.
 */
export async function gitDiff(git: Git, base: string, head: string): Promise<Answer<readonly ChangedFile[]>> {
  const common = [
    'diff',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--ignore-submodules=all',
    '--find-renames',
  ];
  const listed = await git.run([...common, '--raw', '-z', '--no-abbrev', base, head, '--']);
  if (listed.kind === 'failed') return refused(unavailable(listed.message));
  const patched = await git.run([...common, '--patch', '--unified=0', '--full-index', base, head, '--']);
  if (patched.kind === 'failed') return refused(unavailable(patched.message));
  const lines = linesByVersions(patched.output.toString('latin1'));
  const changed = readRaw(listed.output.toString('utf8')).flatMap((entry) => fileOf(entry, lines) ?? []);
  return ok(changed);
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

/** The hunks of each pair of versions. No line of a file's content starts with `diff --git` or `index`: it has its mark before it. */
function linesByVersions(patch: string): ReadonlyMap<string, ChangedLines> {
  const found = new Map<string, ChangedLines>();
  for (const section of `\n${patch}`.split('\ndiff --git ').slice(1)) {
    const [header = '', ...hunks] = section.split(/\n(?=@@ )/);
    const versions = /^index ([0-9a-f]+\.\.[0-9a-f]+)/m.exec(header)?.[1];
    const lines = hunks.length === 0 ? undefined : readPatch(hunks.join('\n'));
    if (versions !== undefined && lines !== undefined) found.set(versions, lines);
  }
  return found;
}

const SUBMODULE = '160000';

function fileOf(entry: RawEntry, lines: ReadonlyMap<string, ChangedLines>): ChangedFile | undefined {
  const { oldSha, newSha, newMode, status, path, previousPath } = entry;
  if (newMode === SUBMODULE) return undefined;
  const versions = oldSha === newSha ? NO_LINES : (lines.get(`${oldSha}..${newSha}`) ?? WHOLE);
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
        lines: versions,
        blobSha: newSha,
        ...(previousPath === undefined ? {} : { previousPath }),
      };
    default:
      return { path, status: 'modified', lines: versions, blobSha: newSha };
  }
}
