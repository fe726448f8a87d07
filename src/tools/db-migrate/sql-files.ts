import { foldersOf, joinPath, nameOf, parentOf } from '../folders';
import { excludedClaim, sqlFileCalled } from '../sql-claims';
import type { Claim, Tree } from '../tool';

/** `sqls/<name>-up.sql` and `-down.sql`, which a script that `db-migrate create --sql-file` made sends: no migrations of their own. */
export function claimSqlFiles(tree: Tree, script: Claim): readonly Claim[] {
  const folder = foldersOf(tree).get(joinPath(parentOf(script.path), 'sqls'));
  const name = nameOf(script.path).replace(/\.\w+$/, '');
  return (['up', 'down'] as const).flatMap((direction): readonly Claim[] => {
    const file = sqlFileCalled(folder, `${name}-${direction}`);
    if (file === undefined) return [];
    const why = script.excluded ?? `${nameOf(script.path)} is the migration, which sends it`;
    return [{ ...excludedClaim(file, script.evidence, why), direction }];
  });
}
