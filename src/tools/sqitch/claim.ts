import { isSqlFile, withoutSqlEnding } from '../../sql/sql-file';
import { dialectOf } from '../dialect';
import { foldersOf, joinPath, nearestFile, resolvePath } from '../folders';
import type { FilePath } from '../../sql/source';
import type { Claim, Tree } from '../tool';

/** The scripts of every plan of a tree. */
export function claimSqitch(tree: Tree): readonly Claim[] {
  return [...foldersOf(tree).values()].flatMap((folder) =>
    folder.files
      .filter((name) => name === 'sqitch.plan' || /^sqitch[.-][\w-]+\.plan$/.test(name))
      .flatMap((name) => claimPlan(tree, folder.path, joinPath(folder.path, name))),
  );
}

function claimPlan(tree: Tree, folder: string, plan: FilePath): readonly Claim[] {
  const config = tree.read(nearestFile(tree, folder, ['sqitch.conf']) ?? plan) ?? '';
  const engine = /^\s*engine\s*=\s*(\w+)/m.exec(config)?.[1] ?? 'pg';
  const other = engine === 'pg' ? null : (dialectOf(engine) ?? engine);
  const top = /^\s*top_dir\s*=\s*(\S+)/m.exec(config)?.[1];
  const folders = foldersOf(tree);
  const home =
    [folder, ...(top === undefined ? [] : [resolvePath(folder, top)])].find((path) =>
      folders.get(path)?.folders.includes('deploy'),
    ) ?? folder;
  const scripts = new Map(planned(tree.read(plan) ?? '').map((script, place) => [script, place]));
  return tree.paths.flatMap((path): readonly Claim[] => {
    const inside = home === '' ? path : path.startsWith(`${home}/`) ? path.slice(home.length + 1) : '';
    const match = isSqlFile(inside) ? /^(deploy|revert|verify)\/(.+)$/.exec(withoutSqlEnding(inside)) : null;
    if (match === null) return [];
    const [, kind, script = ''] = match;
    const place = scripts.get(script);
    const excluded =
      kind === 'verify'
        ? 'a script of Sqitch that verifies and changes nothing'
        : place === undefined
          ? 'the plan of Sqitch does not name it'
          : other === null
            ? undefined
            : `sqitch.conf names the engine ${other}`;
    return [
      {
        path,
        sequence: home,
        order: [place ?? scripts.size, script],
        version: null,
        direction: kind === 'revert' ? 'down' : 'up',
        evidence: 3,
        why: 'sqitch.plan names it',
        ...(excluded === undefined ? {} : { excluded }),
      },
    ];
  });
}

/** The scripts of a plan in order, without `.sql`. A change that comes again leaves its earlier script with the last tag before. */
function planned(plan: string): readonly string[] {
  const scripts: string[] = [];
  let tag = '';
  for (const line of plan.split(/\r?\n/)) {
    const [first = ''] = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (first === '' || first.startsWith('%')) continue;
    if (first.startsWith('@')) {
      tag = first;
      continue;
    }
    const earlier = scripts.indexOf(first);
    if (earlier !== -1) scripts[earlier] = `${first}${tag}`;
    scripts.push(first);
  }
  return scripts;
}
