import type { FilePath } from '../sql/source';
import type { Tree } from './tool';

/** Texts of a few of the files, from their beginning, middle and end: enough to tell whose they are, without reading them all. */
export function sample(tree: Tree, paths: readonly FilePath[], most = 6): readonly string[] {
  const step = Math.max(1, (paths.length - 1) / (most - 1));
  const places = new Set<number>();
  for (let place = 0; Math.round(place) < paths.length && places.size < most; place += step)
    places.add(Math.round(place));
  return [...places].flatMap((place) => {
    const path = paths[place];
    return path === undefined ? [] : (tree.read(path) ?? []);
  });
}
