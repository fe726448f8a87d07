import type { Repository } from '../../github/repository';

/** What GitHub lists of a changed file. */
export interface DiffEntry {
  readonly sha: string;
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
  readonly patch?: string;
}

const STATUS = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'changed' } as const;

/** The files that differ since the merge base, with patches as GitHub shows them: three lines of context, none for large ones. */
export function diffEntries(
  { read, content }: Repository,
  base: string,
  head: string,
  patchLimit: number,
): readonly DiffEntry[] {
  const ancestor = read('merge-base', base, head);
  const both = [
    '-c',
    'core.quotePath=off',
    'diff',
    '-M',
    '--patch-with-raw',
    '-z',
    '--no-abbrev',
    '--full-index',
  ];
  // First the list, then the patches in its order. No line of a content starts with `diff --git`: it has its mark before it.
  const [listed = '', ...rest] = content(...both, ancestor, head)
    .toString('utf8')
    .split('\0\0');
  const patches = `\n${rest.join('\0\0')}`.split('\ndiff --git ').slice(1);
  const raw = listed.split('\0');
  const entries: DiffEntry[] = [];
  for (let index = 0; (raw[index] ?? '') !== '';) {
    const [, , oldSha = '', newSha = '', letters = ''] = (raw[index] ?? '').split(' ');
    const status = STATUS[letters[0] as keyof typeof STATUS];
    const renamed = status === 'renamed';
    const path = raw[index + (renamed ? 2 : 1)] ?? '';
    const patch = hunksOf(patches[entries.length] ?? '');
    const lines = patch.split('\n');
    const additions = lines.filter((line) => line.startsWith('+')).length;
    const deletions = lines.filter((line) => line.startsWith('-')).length;
    entries.push({
      sha: status === 'removed' ? oldSha : newSha,
      filename: path,
      ...(renamed ? { previous_filename: raw[index + 1] ?? '' } : {}),
      status,
      additions,
      deletions,
      changes: additions + deletions,
      ...(patch !== '' && lines.length <= patchLimit ? { patch } : {}),
    });
    index += renamed ? 3 : 2;
  }
  return entries;
}

function hunksOf(patch: string): string {
  const start = patch.indexOf('\n@@ ');
  return start < 0 ? '' : patch.slice(start + 1).replace(/\n$/, '');
}
