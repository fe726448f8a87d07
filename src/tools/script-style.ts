/** How the scripts of a project are written, as far as what is printed for it has to be written alike. */
export interface ScriptStyle {
  /** In TypeScript. */
  readonly typed: boolean;
  /** With `export`; else with `exports`, which modules of that kind do not have. */
  readonly esm: boolean;
}

/** The style of a script. Without one it is that of the tools' own documentation: plain, with `exports`. */
export function scriptStyle(path = '', text = ''): ScriptStyle {
  return {
    typed: /\.[cm]?ts$/.test(path),
    esm: !path.endsWith('.cjs') && (path.endsWith('.mjs') || /^export\b/m.test(text)),
  };
}
