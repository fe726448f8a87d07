import type { Scripts } from './scripts';

/**
 * Makes readers of scripts, one a state of the repository. They and the parser of JavaScript are loaded only if one of the
 * files is a script; null otherwise.
 */
export async function scriptsFor(paths: Iterable<string>): Promise<(() => Scripts) | null> {
  for (const path of paths) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    const [babel, { createScripts }] = await Promise.all([
      import('@babel/parser'),
      import('./script-readers'),
    ]);
    return () => createScripts(babel);
  }
  return null;
}
