import { foldersOf, joinPath, resolvePath } from '../folders';
import type { Tree } from '../tool';

const NAME =
  /^drizzle(?:[.-][\w-]+)*\.config\.(?:[mc]?[jt]s|json)$|^drizzle\.config\.[\w.-]+\.(?:[mc]?[jt]s|json)$/;

/** The folders that configurations of drizzle-kit name for their output, with their dialects. They are read as text, never run. */
export function drizzleConfigs(tree: Tree): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const folder of foldersOf(tree).values()) {
    for (const name of folder.files.filter((file) => NAME.test(file))) {
      const text = tree.read(joinPath(folder.path, name)) ?? '';
      const out = /["']?\bout["']?\s*[:=]\s*["'`]([^"'`$]+)["'`]/.exec(text)?.[1] ?? 'drizzle';
      const dialect = /["']?\b(?:dialect|driver)["']?\s*:\s*["'`]([\w-]+)["'`]/.exec(text)?.[1] ?? null;
      found.set(resolvePath(folder.path, out), dialect);
    }
  }
  return found;
}
