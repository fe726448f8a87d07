import type { RelationId } from '../../analysis/catalog/relation';
import type { Step } from '../../analysis/step';
import type { RepairStep } from '../../findings/finding';
import type { QueryWrite } from '../../postgres/query';
import { lexemes } from '../../sql/clauses';
import { quoteName } from '../sql-text';
import { IN_BATCHES } from './backfill';
import { batchKey } from './made';
import { batches } from './steps';

/** The statement as the user wrote it, with a range of keys in its condition where it can be put there. */
export function inBatches(step: Step, write: QueryWrite, table: RelationId | null): RepairStep {
  const { text } = step.statement;
  const key = table === null ? null : batchKey(step, table);
  const bounded = step.inner.length > 0 || key === null ? null : withRange(text, write, quoteName(key));
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

/** What the statement calls its table, with the dot; empty where that cannot be told. */
function aliasOf(text: string, tokens: ReturnType<typeof lexemes>, command: 'update' | 'delete'): string {
  const next = command === 'update' ? 'set' : 'using';
  const last = tokens[tokens.findIndex(({ word }) => word === next) - 1];
  return last === undefined ? '' : `${text.slice(last.start, last.end)}.`;
}
