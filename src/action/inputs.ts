import { UserError } from '../config/user-error';
import type { Risk } from '../findings/finding';
import type { ChannelSettings } from '../github/publish';

/** The inputs of the action. Empty ones of those with `null` leave the choice to the configuration. */
export interface Inputs {
  readonly token: string;
  /** Globs; those with `!` in front exclude. Empty: what the configuration names, else what the tools recognise. */
  readonly paths: readonly string[];
  readonly scope: 'changed' | 'all';
  readonly config: string | null;
  /** Relative to the repository's root, without slashes at its ends; empty for the root. */
  readonly folder: string;
  readonly postgres: string | null;
  readonly failOn: Risk | 'never' | null;
  readonly failOnUnchanged: boolean;
  readonly failOnGaps: boolean;
  readonly sarifCategory: string;
  /** Report mode: the JSON report to publish. */
  readonly publishReport: string | null;
  readonly channels: ChannelSettings;
}

/** The names that action.yml declares. */
export const INPUTS = [
  'token',
  'paths',
  'scope',
  'config',
  'working-directory',
  'postgres',
  'fail-on',
  'fail-on-unchanged',
  'fail-on-gaps',
  'comment',
  'comment-key',
  'sarif',
  'sarif-category',
  'annotations',
  'suggestions',
  'summary',
  'publish-report',
] as const;

type InputName = (typeof INPUTS)[number];

/** Reads `INPUT_<NAME>`, which the runner fills with the defaults of action.yml. Throws a UserError. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  const text = (name: InputName): string => (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  const given = (name: InputName): string | null => (text(name) === '' ? null : text(name));
  const one = <T extends string>(name: InputName, allowed: readonly [T, ...T[]]): T => {
    const value = text(name);
    const found = value === '' ? allowed[0] : allowed.find((candidate) => candidate === value);
    if (found === undefined)
      throw new UserError(`the input ${name} is "${value}"; allowed: ${allowed.join(', ')}`);
    return found;
  };
  const yes = (name: InputName, otherwise: 'true' | 'false'): boolean => {
    const other = otherwise === 'true' ? 'false' : 'true';
    return one(name, [otherwise, other]) === 'true';
  };
  const failOn = given('fail-on');
  return {
    token: text('token'),
    paths: text('paths')
      .split('\n')
      .map((glob) => glob.trim())
      .filter((glob) => glob !== ''),
    scope: one('scope', ['changed', 'all']),
    config: given('config'),
    folder: folderOf(text('working-directory')),
    postgres: given('postgres'),
    failOn:
      failOn === null ? null : one<Risk | 'never'>('fail-on', ['never', 'low', 'medium', 'high', 'critical']),
    failOnUnchanged: yes('fail-on-unchanged', 'false'),
    failOnGaps: yes('fail-on-gaps', 'false'),
    sarifCategory: text('sarif-category').replace(/\/+$/, '') || 'pgfence',
    publishReport: given('publish-report'),
    channels: {
      comment: one('comment', ['auto', 'always', 'never']),
      commentKey: given('comment-key') ?? 'default',
      sarif: one('sarif', ['auto', 'require', 'off']),
      annotations: one('annotations', ['auto', 'always', 'off']),
      suggestions: one('suggestions', ['off', 'on']) === 'on',
      summary: yes('summary', 'true'),
    },
  };
}

function folderOf(text: string): string {
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  if (text.startsWith('/') || parts.includes('..')) {
    throw new UserError(
      `the input working-directory is "${text}"; it must be a folder of the repository, relative to its root`,
    );
  }
  return parts.join('/');
}
