import type {
  CreateForeignTableStmt,
  CreateStmt,
  CreateTableAsStmt,
  Node,
  TableLikeClause,
} from '@pgsql/types';
import type { ColumnDefinition, ConstraintDefinition } from '../../postgres/definition';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { LikeOption } from '../../postgres/operations/table';
import { column } from './column';
import { constraint } from './constraint';
import type { Lowering } from './lowering';
import { relationName, strings } from './names';
import { isOn, optionRecord } from './options';
import { partitionBound, partitioning } from './partition';
import { onCommit, persistence } from './persistence';
import { storedQuery } from './stored-query';
import { typeName } from './type-name';

/** CREATE TABLE. */
export function createTable(node: CreateStmt, lowering: Lowering): readonly Operation[] {
  return [create(node, false, lowering)];
}

/** CREATE FOREIGN TABLE. */
export function createForeignTable(node: CreateForeignTableStmt, lowering: Lowering): readonly Operation[] {
  const made = create(node.base ?? {}, true, lowering);
  return [node.servername === undefined ? made : { ...made, server: node.servername }];
}

function create(node: CreateStmt, foreign: boolean, lowering: Lowering): OperationOf<'create-table'> {
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  for (const element of [
    ...(node.tableElts ?? []),
    ...(node.constraints ?? []),
    ...(node.nnconstraints ?? []),
  ]) {
    if ('ColumnDef' in element) {
      const written = column(element.ColumnDef, lowering);
      columns.push(written.column);
      constraints.push(...written.constraints);
    } else if ('Constraint' in element) {
      const written = constraint(element.Constraint, null, lowering);
      if (written !== null) constraints.push(written);
    }
  }
  noteOptions(node, lowering);
  const [parent] = node.inhRelations ?? [];
  const partitionOf =
    node.partbound !== undefined && parent !== undefined && 'RangeVar' in parent
      ? { parent: relationName(parent.RangeVar), bound: partitionBound(node.partbound, lowering) }
      : null;
  return {
    kind: 'create-table',
    table: relationName(node.relation),
    ifNotExists: node.if_not_exists === true,
    persistence: persistence(node.relation),
    foreign,
    columns,
    // The new table has no rows to verify, so NOT VALID is void (parse_utilcmd.c, transformCheckConstraints); a foreign one may have.
    constraints: foreign ? constraints : constraints.map(validAtOnce),
    partitioning: partitioning(node.partspec, lowering),
    partitionOf,
    inherits: partitionOf === null ? relations(node.inhRelations) : [],
    like: likes(node.tableElts ?? []),
    ofType: node.ofTypename === undefined ? null : named(typeName(node.ofTypename, lowering)),
    onCommit: onCommit(node.oncommit),
    options: optionRecord(node.options),
    tablespace: node.tablespacename ?? null,
    accessMethod: node.accessMethod ?? null,
  };
}

function named({ schema, name }: { schema: string | null; name: string }): {
  schema: string | null;
  name: string;
} {
  return { schema, name };
}

function relations(nodes: readonly Node[] | undefined): readonly { schema: string | null; name: string }[] {
  return (nodes ?? []).flatMap((each) => ('RangeVar' in each ? [relationName(each.RangeVar)] : []));
}

function validAtOnce(each: ConstraintDefinition): ConstraintDefinition {
  if (each.kind === 'check' || each.kind === 'foreign-key')
    return each.valid || !each.enforced ? each : { ...each, valid: true };
  return each.kind === 'not-null' && !each.valid ? { ...each, valid: true } : each;
}

function noteOptions(node: CreateStmt, { needs }: Lowering): void {
  if (node.accessMethod !== undefined) needs.since(12, 'USING of a table');
  if (isOn(node.options, 'oids')) needs.until(12, 'WITH (OIDS)');
}

/** In the order of the bits of `TableLikeOption` (parsenodes.h). */
const LIKE_OPTIONS: readonly LikeOption[] = [
  'comments',
  'compression',
  'constraints',
  'defaults',
  'generated',
  'identity',
  'indexes',
  'statistics',
  'storage',
];

function likes(elements: readonly Node[]): readonly Like[] {
  const found: Like[] = [];
  let columns = 0;
  for (const element of elements) {
    if ('ColumnDef' in element) columns += 1;
    if (!('TableLikeClause' in element)) continue;
    found.push({ ...like(element.TableLikeClause), ...(columns === 0 ? {} : { after: columns }) });
  }
  return found;
}

type Like = OperationOf<'create-table'>['like'][number];

function like(node: TableLikeClause): Like {
  const bits = node.options ?? 0;
  return {
    table: relationName(node.relation),
    including: LIKE_OPTIONS.filter((_, bit) => (bits & (1 << bit)) !== 0),
  };
}

/** CREATE TABLE AS, SELECT INTO and CREATE MATERIALIZED VIEW. */
export function createTableAs(node: CreateTableAsStmt, lowering: Lowering): readonly Operation[] {
  const { into } = node;
  const stored = storedQuery(node.query, lowering);
  if (node.objtype === 'OBJECT_MATVIEW') {
    return [
      {
        kind: 'create-materialized-view',
        view: relationName(into?.rel),
        ifNotExists: node.if_not_exists === true,
        columnNames: strings(into?.colNames),
        query: stored,
        withData: into?.skipData !== true,
      },
    ];
  }
  if (into?.accessMethod !== undefined) lowering.needs.since(12, 'USING of a table');
  return [
    {
      kind: 'create-table-as',
      table: relationName(into?.rel),
      ifNotExists: node.if_not_exists === true,
      persistence: persistence(into?.rel),
      query: stored,
      withData: into?.skipData !== true,
      onCommit: onCommit(into?.onCommit),
      columnNames: strings(into?.colNames),
    },
  ];
}

/** SELECT … INTO: null where the query has no INTO. The clause stands in the first arm of a set operation. */
export function selectInto(node: Node, lowering: Lowering): Operation | null {
  let arm = 'SelectStmt' in node ? node.SelectStmt : undefined;
  while (arm?.larg !== undefined) arm = arm.larg;
  const into = arm?.intoClause;
  if (into === undefined) return null;
  return {
    kind: 'create-table-as',
    table: relationName(into.rel),
    ifNotExists: false,
    persistence: persistence(into.rel),
    query: storedQuery(node, lowering),
    withData: true,
    onCommit: onCommit(into.onCommit),
    columnNames: [],
  };
}
