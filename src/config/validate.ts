import * as v from 'valibot';
import type { Config } from './config';
import { CONFIG_SCHEMA } from './config-schema';
import type { ConfigDocument } from './config-document';
import { didYouMean } from './did-you-mean';
import { UserError } from './user-error';

/** What the names in a config are checked against. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly tools: readonly string[];
}

/** A config document as a config. Throws a UserError that names file, line, what stands there and what is allowed. */
export function validate(document: ConfigDocument, known: KnownNames): Config {
  const result = v.safeParse(CONFIG_SCHEMA, document.value);
  if (!result.success) throw new UserError(firstIssue(document, result.issues));
  const { rules, tool, postgres } = result.output;
  for (const id of Object.keys(rules ?? {})) {
    if (!known.rules.includes(id))
      throw wrong(document, ['rules', id], `there is no rule "${id}"${didYouMean(id, known.rules)}`);
  }
  if (tool !== undefined && !known.tools.includes(tool)) {
    throw wrong(document, ['tool'], `there is no tool "${tool}"${didYouMean(tool, known.tools)}`);
  }
  const major = Math.floor(Number(postgres ?? 18));
  if (major < 11 || major > 18)
    throw wrong(document, ['postgres'], `"postgres" is ${String(postgres)}; pgfence speaks for 11 to 18`);
  return result.output;
}

function firstIssue(document: ConfigDocument, issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  const keys = (issue?.path ?? []).map((item) => item.key as string | number);
  if (issue === undefined) return `${document.path}: not a valid configuration`;
  if (keys.length === 0)
    return `${document.path}:1: the configuration must be an object, found ${issue.received}`;
  const name = keys.join('.');
  const last = String(keys[keys.length - 1]);
  const line = document.lineOf(keys);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${document.path}:${line}: there is no setting "${name}"${didYouMean(last, keysOf(keys.slice(0, -1)))}`;
  }
  return `${document.path}:${line}: "${name}" is ${issue.received}; expected ${issue.expected ?? issue.message}`;
}

function keysOf(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(CONFIG_SCHEMA.entries);
  return path[0] === 'lockTimeout' ? ['setBy', 'limit'] : [];
}

function wrong(document: ConfigDocument, keys: readonly string[], what: string): UserError {
  return new UserError(`${document.path}:${document.lineOf(keys)}: ${what}`);
}
