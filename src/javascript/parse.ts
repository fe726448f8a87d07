import type * as Babel from '@babel/parser';
import type { Program } from '@babel/types';

/** The one function of Babel's parser that is used. It is passed in, so that Babel is loaded only when there is something to read. */
export type BabelParser = Pick<typeof Babel, 'parse'>;

/** A JavaScript or TypeScript file that is not one: what the parser said, and where (UTF-16). */
export interface SyntaxFailure {
  readonly kind: 'syntax-failure';
  readonly message: string;
  readonly start: number;
}

/**
 * Reads a module of any of the dialects that its extension allows. Errors that Babel can recover from are no
 * failure, but for a token that is missing: it leaves a hole in the tree, and nothing runs such a file.
 */
export function parseProgram(parser: BabelParser, path: string, text: string): Program | SyntaxFailure {
  const attempts = pluginsFor(path);
  let failure: SyntaxFailure | undefined;
  for (const plugins of attempts) {
    try {
      const { program, errors } = parser.parse(text, { ...OPTIONS, plugins: [...plugins] });
      const hole = errors?.find(({ reasonCode }) => reasonCode === 'UnexpectedToken');
      if (hole === undefined) return program;
      failure ??= failureOf(hole);
    } catch (error) {
      failure ??= failureOf(error);
    }
  }
  return failure ?? { kind: 'syntax-failure', message: 'The file could not be parsed', start: 0 };
}

type Plugins = NonNullable<Babel.ParserOptions['plugins']>;

const OPTIONS: Babel.ParserOptions = {
  sourceType: 'unambiguous',
  errorRecovery: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowUndeclaredExports: true,
  allowSuperOutsideMethod: true,
  attachComment: false,
};

const TYPESCRIPT: Plugins = ['typescript', 'decorators-legacy'];
const TYPESCRIPT_JSX: Plugins = ['typescript', 'jsx', 'decorators-legacy'];
const FLOW_JSX: Plugins = ['flow', 'jsx', 'decorators-legacy'];

/** The sets of plugins to try, in order: without JSX where `<T>x` is a cast, with it where it is an element. */
function pluginsFor(path: string): readonly Plugins[] {
  if (/\.[mc]?ts$/.test(path)) return [TYPESCRIPT];
  if (path.endsWith('.tsx')) return [TYPESCRIPT_JSX];
  return [FLOW_JSX, TYPESCRIPT_JSX];
}

function failureOf(error: unknown): SyntaxFailure {
  const message = error instanceof Error ? error.message : String(error);
  const start =
    typeof error === 'object' && error !== null && 'pos' in error && typeof error.pos === 'number'
      ? error.pos
      : 0;
  return { kind: 'syntax-failure', message: message.replace(/\s*\(\d+:\d+\)$/, ''), start };
}
