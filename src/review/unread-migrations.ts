import type { MigrationFacts } from '../analysis/run';
import type { SeenNotRead } from '../changes/seen';
import type { JudgedInput, SequenceInput } from '../review';
import type { FilePath, SourceFile } from '../sql/source';

/** What the caller knows of a file that is seen and not read. */
export interface UnreadFile {
  readonly source: SourceFile;
  readonly status: MigrationFacts['status'];
  readonly previousPath: FilePath | null;
  readonly isChanged: JudgedInput['isChanged'];
}

/** Migrations that are seen and not read, as sequences of which each file is one gap: so they count against the coverage. */
export function unreadMigrations(
  seen: readonly SeenNotRead[],
  fileOf: (path: FilePath) => UnreadFile,
): readonly SequenceInput[] {
  return seen.map(({ title, folder, paths, detail = `a migration of ${title}` }) => ({
    sequence: folder,
    complete: false,
    migrations: paths.map((path) => {
      const { source, status, previousPath, isChanged } = fileOf(path);
      const end = source.text.indexOf('\n');
      const at = { file: path, start: 0, end: end === -1 ? source.text.length : end };
      return {
        facts: {
          path,
          source,
          tool: title,
          sequence: folder,
          direction: 'up',
          status,
          previousPath,
          version: null,
          transaction: 'unknown',
        },
        extract: () => ({
          fragments: [],
          gaps: [{ kind: 'gap', at, reason: 'seen-not-read', detail }],
          transaction: 'unknown',
        }),
        judged: { isChanged, base: null },
      };
    }),
  }));
}
