import type { CallStmt, ClosePortalStmt, CopyStmt, DeclareCursorStmt, FetchStmt, Node } from '@pgsql/types';
import type { Expression } from '../../postgres/expression';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { RelationName } from '../../postgres/name';
import type { Query } from '../../postgres/query';
import { selectInto } from './create-table';
import { expressions, optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { relationName, strings, systemName } from './names';
import { isOn, optionList, optionName, optionText } from './options';
import { gather, query } from './query';
import { cursorQuery } from './stored-query';

/** SELECT, VALUES, INSERT, UPDATE, DELETE, MERGE; SELECT INTO is a CREATE TABLE AS; set_config() is a SET as well. */
export function queryOperations(node: Node, lowering: Lowering): readonly Operation[] {
  const created = selectInto(node, lowering);
  if (created !== null) return [created];
  const lowered = query(node, lowering);
  return [{ kind: 'query', command: commandOf(node), query: lowered }, ...settings(lowered)];
}

function commandOf(node: Node): OperationOf<'query'>['command'] {
  if ('InsertStmt' in node) return 'insert';
  if ('UpdateStmt' in node) return 'update';
  if ('DeleteStmt' in node) return 'delete';
  if ('MergeStmt' in node) return 'merge';
  return 'SelectStmt' in node && node.SelectStmt.valuesLists !== undefined ? 'values' : 'select';
}

/** What calls of set_config('name', 'value', is_local) set. An argument that is no constant leaves the setting unknown: null. */
function settings({ calls }: Query): readonly Operation[] {
  return calls.flatMap(({ name, args: [setting, value, local] }): readonly Operation[] => {
    if (name.schema !== null || name.name !== 'set_config') return [];
    const written = constantText(setting);
    if (written === null) return [];
    return [{ kind: 'set', name: written.toLowerCase(), value: constantText(value), local: isTrue(local) }];
  });
}

function constantText(part: Expression | undefined): string | null {
  if (part?.kind === 'cast') return constantText(part.arg);
  return part?.kind === 'constant' && part.value !== null ? String(part.value) : null;
}

function isTrue(part: Expression | undefined): boolean {
  const text = constantText(part)?.toLowerCase();
  return text === 'true' || text === 't' || text === 'on' || text === '1';
}

/** COPY. */
export function copy(node: CopyStmt, lowering: Lowering): readonly Operation[] {
  noteCopyOptions(node, lowering);
  const table = relationName(node.relation);
  const columns = strings(node.attlist);
  if (node.is_from !== true && node.query !== undefined)
    return [{ kind: 'copy-to', query: query(node.query, lowering) }];
  if (node.is_from !== true)
    return [{ kind: 'copy-table-to', table, query: tableCopiedOut(table, columns, lowering) }];
  if (node.whereClause !== undefined) lowering.needs.since(12, 'COPY … WHERE');
  const written = gather(lowering, (inside) => {
    const where = optionalExpression(node.whereClause, inside);
    inside.query?.addWrite({
      relation: table,
      command: 'copy',
      only: false,
      columns,
      where,
      valueRows: null,
      values: [],
      onConflict: 'none',
    });
    return { columns: [], limited: false };
  });
  return [{ kind: 'copy-from', table, columns, query: written }];
}

function tableCopiedOut(relation: RelationName, names: readonly string[], lowering: Lowering): Query {
  return gather(lowering, (inside) => {
    inside.query?.addRead({ relation, locking: 'none', skipLocked: false, only: true, unbounded: true });
    const columns = names.map((name) => ({
      name,
      expression: { kind: 'column', relation: null, name } as const,
    }));
    return { columns, limited: false };
  });
}

const COPY_OPTIONS: Readonly<Record<string, number>> = {
  default: 16,
  on_error: 17,
  log_verbosity: 17,
  reject_limit: 18,
};

function noteCopyOptions(node: CopyStmt, { needs }: Lowering): void {
  for (const option of optionList(node.options)) {
    const name = optionName(option);
    const added = name === 'header' && optionText(option) === 'match' ? 15 : COPY_OPTIONS[name];
    if (added !== undefined) needs.since(added, `COPY (${name.toUpperCase()})`);
  }
}

/** CALL. */
export function call(node: CallStmt, lowering: Lowering): readonly Operation[] {
  const procedure = systemName(node.funccall?.funcname);
  return [{ kind: 'call', procedure, args: expressions(node.funccall?.args, lowering) }];
}

/** Bit of `options` for WITH HOLD (parsenodes.h, CURSOR_OPT_HOLD). */
const HOLD = 0x20;

/** DECLARE CURSOR. */
export function declareCursor(node: DeclareCursorStmt, lowering: Lowering): readonly Operation[] {
  const hold = ((node.options ?? 0) & HOLD) !== 0;
  return [
    { kind: 'declare-cursor', cursor: node.portalname ?? '', hold, query: cursorQuery(node.query, lowering) },
  ];
}

/** FETCH and MOVE. */
export function fetch(node: FetchStmt): readonly Operation[] {
  return [
    { kind: 'cursor', command: node.ismove === true ? 'move' : 'fetch', cursor: node.portalname ?? '' },
  ];
}

/** CLOSE; the cursor is `*` for all. */
export function closeCursor(node: ClosePortalStmt): readonly Operation[] {
  return [{ kind: 'cursor', command: 'close', cursor: node.portalname ?? '*' }];
}

/** True if EXPLAIN runs what it explains. */
export function explainsByRunning(options: readonly Node[] | undefined): boolean {
  return isOn(options, 'analyze');
}
