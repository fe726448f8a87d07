import type { JavaScript } from './javascript';
import { createJavaScript } from './javascript';

/** Makes readers of JavaScript, one a state of the repository. The parser is loaded only if one of the files is JavaScript; null otherwise. */
export async function javascriptFor(paths: Iterable<string>): Promise<(() => JavaScript) | null> {
  for (const path of paths) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    const babel = await import('@babel/parser');
    return () => createJavaScript(babel);
  }
  return null;
}
