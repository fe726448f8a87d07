import type { ExplainStmt, Node, PrepareStmt, CreateSchemaStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { NodeKind, NodeOf } from '../walk';
import { alterTable } from './alter-table';
import { comment, securityLabel } from './comment';
import { createForeignTable, createTable, createTableAs } from './create-table';
import { call, closeCursor, copy, declareCursor, explainsByRunning, fetch, queryOperations } from './data';
import {
  alterDatabase,
  alterTablespace,
  createDatabase,
  createTablespace,
  dropDatabase,
  dropTablespace,
  moveAll,
  refreshDatabaseCollation,
} from './database';
import { alterDomain, createDomain } from './domain';
import { drop } from './drop';
import { createExtension, extensionContents, updateExtension } from './extension';
import { alterFunction, createFunction, doBlock } from './function';
import { alterDefaultPrivileges, grant, grantRole } from './grant';
import { createIndex, reindex } from './index-statement';
import type { Lowering } from './lowering';
import { roleName } from './names';
import {
  alterCollation,
  alterConfiguration,
  alterDictionary,
  alterForeignDataWrapper,
  alterOperator,
  alterOperatorFamily,
  alterServer,
  alterUserMapping,
  createAccessMethod,
  createCast,
  createConversion,
  createForeignDataWrapper,
  createLanguage,
  createOperatorClass,
  createOperatorFamily,
  createServer,
  createTransform,
  createUserMapping,
  define,
  dropUserMapping,
  importForeignSchema,
} from './other-object';
import { alterPolicy, createPolicy } from './policy';
import { alterPublication, createPublication } from './publication';
import { rename } from './rename';
import { alterRole, createRole, dropOwned, dropRole, reassignOwned } from './role';
import { createRule } from './rule';
import { changeOwner, dependsOnExtension, setSchema } from './schema-and-owner';
import { alterSequence, createSequence } from './sequence';
import { deallocate, discard, executePrepared, listen, load, notify, unlisten } from './session';
import { alterSystem, set, setConstraints, setForDatabase, setForRole, show } from './set';
import { alterStatistics, createStatistics } from './statistics';
import { alterSubscription, createSubscription, dropSubscription } from './subscription';
import { transaction } from './transaction';
import { alterEventTrigger, createEventTrigger, createTrigger } from './trigger';
import { alterBaseType, alterEnum, createCompositeType, createEnum, createRangeType } from './type';
import { createView, refreshMaterializedView } from './view';
import { cluster, lockTable, truncate, vacuum } from './whole-table';

/** Nodes called `…Stmt` that are no statements: the server makes them, or they stand inside of other statements. */
export const INNER_NODES = [
  'PLAssignStmt',
  'RawStmt',
  'ReplicaIdentityStmt',
  'ReturnStmt',
  'SetOperationStmt',
] as const;

/** The nodes of statements. */
export type StatementKind = Exclude<Extract<NodeKind, `${string}Stmt`>, (typeof INNER_NODES)[number]>;

type Handlers = {
  readonly [K in StatementKind]: (fields: NodeOf<K>, lowering: Lowering) => readonly Operation[];
};

/**
 * What ends as `unmodelled`, because no migration uses it: forms of SET that make sense in CREATE FUNCTION alone. The other
 * statements of the grammar all have their operations.
 */
export const UNMODELLED = ['SET … FROM CURRENT'] as const;

/** What each statement of the grammar does. */
const HANDLERS: Handlers = {
  AlterCollationStmt: alterCollation,
  AlterDatabaseRefreshCollStmt: refreshDatabaseCollation,
  AlterDatabaseSetStmt: setForDatabase,
  AlterDatabaseStmt: alterDatabase,
  AlterDefaultPrivilegesStmt: alterDefaultPrivileges,
  AlterDomainStmt: alterDomain,
  AlterEnumStmt: alterEnum,
  AlterEventTrigStmt: alterEventTrigger,
  AlterExtensionContentsStmt: extensionContents,
  AlterExtensionStmt: updateExtension,
  AlterFdwStmt: alterForeignDataWrapper,
  AlterForeignServerStmt: alterServer,
  AlterFunctionStmt: alterFunction,
  AlterObjectDependsStmt: dependsOnExtension,
  AlterObjectSchemaStmt: setSchema,
  AlterOpFamilyStmt: alterOperatorFamily,
  AlterOperatorStmt: alterOperator,
  AlterOwnerStmt: changeOwner,
  AlterPolicyStmt: alterPolicy,
  AlterPublicationStmt: alterPublication,
  AlterRoleSetStmt: setForRole,
  AlterRoleStmt: alterRole,
  AlterSeqStmt: alterSequence,
  AlterStatsStmt: alterStatistics,
  AlterSubscriptionStmt: alterSubscription,
  AlterSystemStmt: alterSystem,
  AlterTSConfigurationStmt: alterConfiguration,
  AlterTSDictionaryStmt: alterDictionary,
  AlterTableMoveAllStmt: moveAll,
  AlterTableSpaceOptionsStmt: alterTablespace,
  AlterTableStmt: alterTable,
  AlterTypeStmt: alterBaseType,
  AlterUserMappingStmt: alterUserMapping,
  CallStmt: call,
  CheckPointStmt: () => [{ kind: 'checkpoint' }],
  ClosePortalStmt: closeCursor,
  ClusterStmt: cluster,
  CommentStmt: comment,
  CompositeTypeStmt: createCompositeType,
  ConstraintsSetStmt: setConstraints,
  CopyStmt: copy,
  CreateAmStmt: createAccessMethod,
  CreateCastStmt: createCast,
  CreateConversionStmt: createConversion,
  CreateDomainStmt: createDomain,
  CreateEnumStmt: createEnum,
  CreateEventTrigStmt: createEventTrigger,
  CreateExtensionStmt: createExtension,
  CreateFdwStmt: createForeignDataWrapper,
  CreateForeignServerStmt: createServer,
  CreateForeignTableStmt: createForeignTable,
  CreateFunctionStmt: createFunction,
  CreateOpClassStmt: createOperatorClass,
  CreateOpFamilyStmt: createOperatorFamily,
  CreatePLangStmt: createLanguage,
  CreatePolicyStmt: createPolicy,
  CreatePublicationStmt: createPublication,
  CreateRangeStmt: createRangeType,
  CreateRoleStmt: createRole,
  CreateSchemaStmt: createSchema,
  CreateSeqStmt: createSequence,
  CreateStatsStmt: createStatistics,
  CreateStmt: createTable,
  CreateSubscriptionStmt: createSubscription,
  CreateTableAsStmt: createTableAs,
  CreateTableSpaceStmt: createTablespace,
  CreateTransformStmt: createTransform,
  CreateTrigStmt: createTrigger,
  CreateUserMappingStmt: createUserMapping,
  CreatedbStmt: createDatabase,
  DeallocateStmt: deallocate,
  DeclareCursorStmt: declareCursor,
  DefineStmt: define,
  DeleteStmt: (fields, lowering) => queryOperations({ DeleteStmt: fields }, lowering),
  DiscardStmt: discard,
  DoStmt: doBlock,
  DropOwnedStmt: dropOwned,
  DropRoleStmt: dropRole,
  DropStmt: drop,
  DropSubscriptionStmt: dropSubscription,
  DropTableSpaceStmt: dropTablespace,
  DropUserMappingStmt: dropUserMapping,
  DropdbStmt: dropDatabase,
  ExecuteStmt: executePrepared,
  ExplainStmt: explain,
  FetchStmt: fetch,
  GrantRoleStmt: grantRole,
  GrantStmt: grant,
  ImportForeignSchemaStmt: importForeignSchema,
  IndexStmt: createIndex,
  InsertStmt: (fields, lowering) => queryOperations({ InsertStmt: fields }, lowering),
  ListenStmt: listen,
  LoadStmt: load,
  LockStmt: lockTable,
  MergeStmt: (fields, lowering) => queryOperations({ MergeStmt: fields }, lowering),
  NotifyStmt: notify,
  PrepareStmt: prepare,
  ReassignOwnedStmt: reassignOwned,
  RefreshMatViewStmt: refreshMaterializedView,
  ReindexStmt: reindex,
  RenameStmt: rename,
  RuleStmt: createRule,
  SecLabelStmt: securityLabel,
  SelectStmt: (fields, lowering) => queryOperations({ SelectStmt: fields }, lowering),
  TransactionStmt: transaction,
  TruncateStmt: truncate,
  UnlistenStmt: unlisten,
  UpdateStmt: (fields, lowering) => queryOperations({ UpdateStmt: fields }, lowering),
  VacuumStmt: vacuum,
  VariableSetStmt: set,
  VariableShowStmt: show,
  ViewStmt: createView,
};

/** What a statement does; a node that is no statement is unmodelled. */
export function operationsOf(node: Node, lowering: Lowering): readonly Operation[] {
  const kind = Object.keys(node)[0] ?? '';
  if (!isStatementKind(kind)) return [{ kind: 'unmodelled', node: kind }];
  // The key of a node names the type of its fields, which TypeScript cannot follow through a look-up.
  const handler = HANDLERS[kind] as (fields: unknown, lowering: Lowering) => readonly Operation[];
  return handler((node as Readonly<Record<string, unknown>>)[kind], lowering);
}

function isStatementKind(kind: string): kind is StatementKind {
  return Object.hasOwn(HANDLERS, kind);
}

/** EXPLAIN: with ANALYZE the statement runs. */
function explain(node: ExplainStmt, lowering: Lowering): readonly Operation[] {
  const operations = node.query === undefined ? [] : operationsOf(node.query, lowering);
  return [{ kind: 'explain', analyze: explainsByRunning(node.options), operations }];
}

/** PREPARE. */
function prepare(node: PrepareStmt, lowering: Lowering): readonly Operation[] {
  const operations = node.query === undefined ? [] : operationsOf(node.query, lowering);
  return [{ kind: 'prepare', name: node.name ?? '', operations }];
}

/**
 * CREATE SCHEMA with what is created in it, in the server's order (parse_utilcmd.c, transformCreateSchemaStmtElements). Without
 * a name the schema is called like its owner.
 */
function createSchema(node: CreateSchemaStmt, lowering: Lowering): readonly Operation[] {
  const schema = node.schemaname ?? roleName(node.authrole);
  const elements = [...(node.schemaElts ?? [])].sort((a, b) => schemaOrder(a) - schemaOrder(b));
  const made = new Set(elements.map(madeBy));
  return [
    { kind: 'create-schema', schema, ifNotExists: node.if_not_exists === true },
    ...elements.flatMap((each) => operationsOf(inSchema(each, schema, made), lowering)),
  ];
}

const SCHEMA_ELEMENTS: readonly string[] = [
  'CreateSeqStmt',
  'CreateStmt',
  'ViewStmt',
  'IndexStmt',
  'CreateTrigStmt',
  'GrantStmt',
];

function schemaOrder(node: Node): number {
  return SCHEMA_ELEMENTS.indexOf(Object.keys(node)[0] ?? '');
}

/** While the schema is made it is the first of the search path: a bare name means what the statement makes, where it makes such. */
function inSchema(node: Node, schema: string, made: ReadonlySet<string>): Node {
  return JSON.parse(JSON.stringify(node), (_, value: unknown) => {
    const isMade =
      typeof value === 'object' &&
      value !== null &&
      'relname' in value &&
      !('schemaname' in value) &&
      made.has(String(value.relname));
    return isMade ? { schemaname: schema, ...value } : value;
  }) as Node;
}

function madeBy(node: Node): string {
  if ('CreateSeqStmt' in node) return node.CreateSeqStmt.sequence?.relname ?? '';
  if ('CreateStmt' in node) return node.CreateStmt.relation?.relname ?? '';
  return 'ViewStmt' in node ? (node.ViewStmt.view?.relname ?? '') : '';
}
