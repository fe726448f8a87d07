import * as v from 'valibot';
import type { Config } from './config';
import { CONFIG_SCHEMA } from './config-schema';
import type { ConfigDocument } from './config-document';
import { didYouMean } from './did-you-mean';
import { UserError } from './user-error';

/** A parameter of a rule, as far as a value of it is checked. */
export interface KnownParameter {
  /** What it takes, in words. */
  readonly expects: string;
  readonly fits: (value: unknown) => boolean;
}

/** What the names in a config are checked against. */
export interface KnownNames {
  /** By rule id, its parameters by name. */
  readonly rules: ReadonlyMap<string, Readonly<Record<string, KnownParameter>>>;
  readonly tools: readonly string[];
}

/** A config document as a config. Throws a UserError that names file, line, what stands there and what is allowed. */
export function validate(document: ConfigDocument, known: KnownNames): Config {
  if (document.value === null || document.value === undefined) return {};
  if (typeof document.value !== 'object' || Array.isArray(document.value)) {
    const found = Array.isArray(document.value) ? 'a list' : JSON.stringify(document.value);
    throw new UserError(`${document.path}:1: the configuration must be an object, found ${found}`);
  }
  const result = v.safeParse(CONFIG_SCHEMA, document.value);
  if (!result.success) throw new UserError(firstIssue(document, result.issues));
  const { rules, tool, postgres } = result.output;
  for (const [id, entry] of Object.entries(rules ?? {})) {
    const parameters = known.rules.get(id);
    if (parameters === undefined)
      throw wrong(
        document,
        ['rules', id],
        `there is no rule "${id}"${didYouMean(id, [...known.rules.keys()])}`,
      );
    if (typeof entry !== 'string') checkParameters(document, id, entry, parameters);
  }
  if (tool !== undefined && !known.tools.includes(tool)) {
    throw wrong(document, ['tool'], `there is no tool "${tool}"${didYouMean(tool, known.tools)}`);
  }
  const major = Math.floor(Number(postgres ?? 18));
  if (major < 11 || major > 18)
    throw wrong(document, ['postgres'], `"postgres" is ${String(postgres)}; pgfence speaks for 11 to 18`);
  return result.output;
}

function checkParameters(
  document: ConfigDocument,
  id: string,
  entry: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, KnownParameter>>,
): void {
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'severity') continue;
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    const names = Object.keys(known);
    if (parameter === undefined) {
      const instead = names.length === 0 ? '; it has none' : didYouMean(name, names);
      throw wrong(document, ['rules', id, name], `the rule "${id}" has no parameter "${name}"${instead}`);
    }
    if (!parameter.fits(value)) {
      const found = JSON.stringify(value);
      throw wrong(
        document,
        ['rules', id, name],
        `"rules.${id}.${name}" is ${found}; expected ${parameter.expects}`,
      );
    }
  }
}

function firstIssue(document: ConfigDocument, issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  const keys = (issue?.path ?? []).map((item) => item.key as string | number);
  if (issue === undefined) return `${document.path}: not a valid configuration`;
  const name = keys.join('.');
  const last = String(keys[keys.length - 1]);
  const line = document.lineOf(keys);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${document.path}:${line}: there is no setting "${name}"${didYouMean(last, keysOf(keys.slice(0, -1)))}`;
  }
  if (keys[0] === 'rules' && keys.length === 2) return ruleIssue(document, String(keys[1]), issue.input);
  return `${document.path}:${line}: "${name}" is ${issue.received}; expected ${expectedInWords(issue)}`;
}

const SEVERITIES = 'off, notice, warning, error';

/** An entry is a severity, or an object that has one. */
function ruleIssue(document: ConfigDocument, id: string, entry: unknown): string {
  if (typeof entry === 'object' && entry !== null && 'severity' in entry) {
    const line = document.lineOf(['rules', id, 'severity']);
    return `${document.path}:${line}: "rules.${id}.severity" is ${JSON.stringify(entry.severity)}; expected ${SEVERITIES}`;
  }
  const line = document.lineOf(['rules', id]);
  return `${document.path}:${line}: "rules.${id}" is ${JSON.stringify(entry)}; expected ${SEVERITIES}, or an object with "severity" and the parameters of the rule`;
}

/** What is allowed, in words: the schema gives it where a pattern would say little. */
function expectedInWords(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  const [first] = issue.issues ?? [];
  if (issue.type === 'union' && first?.kind === 'validation') return first.message;
  return (issue.expected ?? issue.message)
    .replace(/[()"]/g, '')
    .replaceAll(' | ', ', ')
    .replace(/^Array$/, 'a list')
    .replace(/^Object$/, 'an object')
    .replace(/^string$/, 'a text')
    .replace(/^boolean$/, 'true or false');
}

function keysOf(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(CONFIG_SCHEMA.entries);
  return path[0] === 'lockTimeout' ? ['setBy', 'limit'] : [];
}

function wrong(document: ConfigDocument, keys: readonly string[], what: string): UserError {
  return new UserError(`${document.path}:${document.lineOf(keys)}: ${what}`);
}
