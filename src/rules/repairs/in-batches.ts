import type { RelationId } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Step } from '../../analysis/step';
import type { RepairStep } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { QueryWrite } from '../../postgres/query';
import { lexemes } from '../../sql/clauses';
import { quoteName } from '../../sql/quote-name';
import { IN_BATCHES } from './backfill';
import { batchKey } from './made';
import { batches } from './steps';

/** The statement as the user wrote it, with a range of keys in its condition where it can be put there. */
export function inBatches(step: Step, write: QueryWrite, table: RelationId | null): RepairStep {
  const { text } = step.statement;
  const key = table === null ? null : batchKey(step, table);
  const isOwn = step.inner.length === 0;
  const bounded = !isOwn
    ? null
    : write.command === 'insert'
      ? insertRange(step)
      : key === null
        ? null
        : withRange(text, write, quoteName(key));
  if (bounded !== null) return batches(bounded, IN_BATCHES);
  return batches(text, `with a range of keys in its condition, ${IN_BATCHES}`);
}

/** UPDATE and DELETE take the range in front of their condition; a list that comes after it stays where it is. */
function withRange(text: string, { command }: QueryWrite, key: string): string | null {
  if (command !== 'update' && command !== 'delete') return null;
  const tokens = lexemes(text).filter(({ depth }) => depth === 0);
  if (tokens[0]?.word !== command) return null;
  const joined = tokens.some(({ word }) => word === (command === 'update' ? 'from' : 'using'));
  const by = joined ? `${aliasOf(text, tokens, command)}${key}` : key;
  const range = `${by} > $lo AND ${by} <= $hi`;
  const where = tokens.find(({ word }) => word === 'where');
  const returning = tokens.find(({ word }) => word === 'returning');
  const end = returning === undefined ? text.length : returning.start;
  const rest = returning === undefined ? '' : ` ${text.slice(returning.start)}`;
  if (where === undefined) return `${text.slice(0, end).trimEnd()} WHERE ${range}${rest}`;
  const condition = text.slice(where.end, end).trim();
  return `${text.slice(0, where.end)} ${range} AND (${condition})${rest}`;
}

/** INSERT … SELECT from one table, without anything that needs all rows at once: the range is one of that table's key. */
function insertRange(step: Step): string | null {
  const { text } = step.statement;
  const tokens = lexemes(text).filter(({ depth }) => depth === 0);
  const at = (word: string): number => tokens.findIndex((token) => token.word === word);
  const from = tokens[at('from')];
  if (tokens[0]?.word !== 'insert' || tokens.some(({ word }) => NOT_IN_BATCHES.has(word))) return null;
  const last = tokens.find(
    ({ word, start }) => from !== undefined && start > from.end && word === 'returning',
  );
  const conflict = tokens.find(({ word }, index) => word === 'on' && tokens[index + 1]?.word === 'conflict');
  const where = tokens[at('where')];
  const end = Math.min(conflict?.start ?? text.length, last?.start ?? text.length);
  if (from === undefined || (where !== undefined && where.start > end)) return null;
  const source = PLAIN_SOURCE.exec(text.slice(from.end, where?.start ?? end).trim())?.groups;
  const table = source?.['name'] === undefined ? undefined : tableOf(step.before, nameOf(source));
  const key = table === undefined ? null : batchKey(step, table.id);
  if (key === null) return null;
  const by = quoteName(key);
  const range = `${by} > $lo AND ${by} <= $hi`;
  const rest = end === text.length ? '' : ` ${text.slice(end)}`;
  if (where === undefined) return `${text.slice(0, end).trimEnd()} WHERE ${range}${rest}`;
  return `${text.slice(0, where.end)} ${range} AND (${text.slice(where.end, end).trim()})${rest}`;
}

const NOT_IN_BATCHES: ReadonlySet<string> = new Set([
  'with',
  'distinct',
  'group',
  'having',
  'window',
  'order',
  'limit',
  'offset',
  'fetch',
  'union',
  'except',
  'intersect',
]);

/** A table by name, perhaps with another name for the statement. */
const PLAIN_SOURCE = /^(?:(?<schema>[a-z_]\w*)\.)?(?<name>[a-z_]\w*)(?:\s+(?:as\s+)?[a-z_]\w*)?$/;

function nameOf(groups: Readonly<Record<string, string | undefined>>): ObjectName {
  return { schema: groups['schema'] ?? null, name: groups['name'] ?? '' };
}

/** What the statement calls its table, with the dot; empty where that cannot be told. */
function aliasOf(text: string, tokens: ReturnType<typeof lexemes>, command: 'update' | 'delete'): string {
  const next = command === 'update' ? 'set' : 'using';
  const last = tokens[tokens.findIndex(({ word }) => word === next) - 1];
  return last === undefined ? '' : `${text.slice(last.start, last.end)}.`;
}
