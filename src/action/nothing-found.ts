import type { ChangeSet } from '../github/change-set';

/** What is said where there is no migration, with what was looked for. */
export function nothingFound(
  { kind }: Pick<ChangeSet, 'kind'>,
  globs: readonly string[],
  shown: (glob: string) => string = (glob) => glob,
): string {
  const where = kind === 'changed' ? 'among the changed files' : 'in the repository';
  const what = globs.length === 0 ? 'the layouts of migration tools' : globs.map(shown).join(', ');
  return `pgfence found no migration ${where} (looked for ${what}).`;
}
