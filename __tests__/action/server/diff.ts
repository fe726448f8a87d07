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
  { git, content }: Repository,
  base: string,
  head: string,
  patchLimit: number,
): readonly DiffEntry[] {
  const ancestor = git('merge-base', base, head);
  const raw = git(
    '-c',
    'core.quotePath=off',
    'diff',
    '--raw',
    '-z',
    '--no-abbrev',
    '-M',
    ancestor,
    head,
  ).split('\0');
  const entries: DiffEntry[] = [];
  for (let index = 0; index + 1 < raw.length;) {
    const [, , oldSha = '', newSha = '', letters = ''] = (raw[index] ?? '').split(' ');
    const status = STATUS[letters[0] as keyof typeof STATUS];
    const renamed = status === 'renamed';
    const path = raw[index + (renamed ? 2 : 1)] ?? '';
    const hunks =
      oldSha === newSha
        ? ''
        : hunksOf(content, ancestor, head, renamed ? [raw[index + 1] ?? '', path] : [path]);
    const lines = hunks.split('\n');
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
      ...(hunks !== '' && lines.length <= patchLimit ? { patch: hunks } : {}),
    });
    index += renamed ? 3 : 2;
  }
  return entries;
}

function hunksOf(
  content: Repository['content'],
  base: string,
  head: string,
  paths: readonly string[],
): string {
  const patch = content('diff', '-M', base, head, '--', ...paths)
    .toString('utf8')
    .replace(/\n$/, '');
  const start = patch.indexOf('\n@@ ');
  return start < 0 ? '' : patch.slice(start + 1);
}
