import { readFileSync } from 'node:fs';
import { INNER_NODES, UNMODELLED } from '../../../src/sql/lower/statements';
import type { StatementKind } from '../../../src/sql/lower/statements';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

/** A statement of each kind of the grammar. */
const SAMPLES: Readonly<Record<StatementKind, string>> = {
  AlterCollationStmt: 'ALTER COLLATION german REFRESH VERSION',
  AlterDatabaseRefreshCollStmt: 'ALTER DATABASE shop REFRESH COLLATION VERSION',
  AlterDatabaseSetStmt: "ALTER DATABASE shop SET lock_timeout = '5s'",
  AlterDatabaseStmt: 'ALTER DATABASE shop CONNECTION LIMIT 5',
  AlterDefaultPrivilegesStmt: 'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app',
  AlterDomainStmt: 'ALTER DOMAIN email SET NOT NULL',
  AlterEnumStmt: "ALTER TYPE status ADD VALUE 'paid'",
  AlterEventTrigStmt: 'ALTER EVENT TRIGGER audit DISABLE',
  AlterExtensionContentsStmt: 'ALTER EXTENSION shop ADD TABLE orders',
  AlterExtensionStmt: 'ALTER EXTENSION pg_trgm UPDATE',
  AlterFdwStmt: "ALTER FOREIGN DATA WRAPPER files OPTIONS (a 'b')",
  AlterForeignServerStmt: "ALTER SERVER remote OPTIONS (host 'x')",
  AlterFunctionStmt: 'ALTER FUNCTION total(int) STABLE',
  AlterObjectDependsStmt: 'ALTER FUNCTION total(int) DEPENDS ON EXTENSION shop',
  AlterObjectSchemaStmt: 'ALTER TABLE orders SET SCHEMA archive',
  AlterOpFamilyStmt: 'ALTER OPERATOR FAMILY money USING btree ADD OPERATOR 1 < (int, int)',
  AlterOperatorStmt: 'ALTER OPERATOR + (int, int) SET (RESTRICT = eqsel)',
  AlterOwnerStmt: 'ALTER SCHEMA shop OWNER TO app',
  AlterPolicyStmt: 'ALTER POLICY own ON orders USING (true)',
  AlterPublicationStmt: 'ALTER PUBLICATION feed ADD TABLE orders',
  AlterRoleSetStmt: "ALTER ROLE app SET statement_timeout = '5s'",
  AlterRoleStmt: 'ALTER ROLE app LOGIN',
  AlterSeqStmt: 'ALTER SEQUENCE orders_id_seq RESTART',
  AlterStatsStmt: 'ALTER STATISTICS orders_stats SET STATISTICS 100',
  AlterSubscriptionStmt: 'ALTER SUBSCRIPTION feed DISABLE',
  AlterSystemStmt: "ALTER SYSTEM SET work_mem = '1MB'",
  AlterTSConfigurationStmt: 'ALTER TEXT SEARCH CONFIGURATION shop ADD MAPPING FOR word WITH simple',
  AlterTSDictionaryStmt: "ALTER TEXT SEARCH DICTIONARY shop (StopWords = 'x')",
  AlterTableMoveAllStmt: 'ALTER TABLE ALL IN TABLESPACE fast SET TABLESPACE slow',
  AlterTableSpaceOptionsStmt: 'ALTER TABLESPACE fast SET (seq_page_cost = 1)',
  AlterTableStmt: 'ALTER TABLE orders ADD total int',
  AlterTypeStmt: 'ALTER TYPE money2 SET (STORAGE = plain)',
  AlterUserMappingStmt: "ALTER USER MAPPING FOR app SERVER remote OPTIONS (user 'x')",
  CallStmt: 'CALL refresh_totals()',
  CheckPointStmt: 'CHECKPOINT',
  ClosePortalStmt: 'CLOSE c',
  ClusterStmt: 'CLUSTER orders USING orders_pkey',
  CommentStmt: "COMMENT ON TABLE orders IS 'all of them'",
  CompositeTypeStmt: 'CREATE TYPE address AS (street text)',
  ConstraintsSetStmt: 'SET CONSTRAINTS ALL DEFERRED',
  CopyStmt: 'COPY orders FROM STDIN',
  CreateAmStmt: 'CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler',
  CreateCastStmt: 'CREATE CAST (int AS text) WITH INOUT',
  CreateConversionStmt: "CREATE CONVERSION mine FOR 'UTF8' TO 'LATIN1' FROM f",
  CreateDomainStmt: 'CREATE DOMAIN email AS text',
  CreateEnumStmt: "CREATE TYPE status AS ENUM ('new')",
  CreateEventTrigStmt: 'CREATE EVENT TRIGGER audit ON ddl_command_end EXECUTE FUNCTION f()',
  CreateExtensionStmt: 'CREATE EXTENSION pg_trgm',
  CreateFdwStmt: 'CREATE FOREIGN DATA WRAPPER files',
  CreateForeignServerStmt: 'CREATE SERVER remote FOREIGN DATA WRAPPER files',
  CreateForeignTableStmt: 'CREATE FOREIGN TABLE orders (id int) SERVER remote',
  CreateFunctionStmt: "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  CreateOpClassStmt: 'CREATE OPERATOR CLASS c FOR TYPE int USING btree AS OPERATOR 1 <',
  CreateOpFamilyStmt: 'CREATE OPERATOR FAMILY money USING btree',
  CreatePLangStmt: 'CREATE LANGUAGE plx HANDLER h',
  CreatePolicyStmt: 'CREATE POLICY own ON orders',
  CreatePublicationStmt: 'CREATE PUBLICATION feed FOR TABLE orders',
  CreateRangeStmt: 'CREATE TYPE period AS RANGE (SUBTYPE = date)',
  CreateRoleStmt: 'CREATE ROLE app',
  CreateSchemaStmt: 'CREATE SCHEMA shop',
  CreateSeqStmt: 'CREATE SEQUENCE orders_id_seq',
  CreateStatsStmt: 'CREATE STATISTICS orders_stats ON a, b FROM orders',
  CreateStmt: 'CREATE TABLE orders (id int)',
  CreateSubscriptionStmt: "CREATE SUBSCRIPTION feed CONNECTION 'x' PUBLICATION feed",
  CreateTableAsStmt: 'CREATE TABLE copies AS SELECT 1',
  CreateTableSpaceStmt: "CREATE TABLESPACE fast LOCATION '/ssd'",
  CreateTransformStmt: 'CREATE TRANSFORM FOR int LANGUAGE plx (FROM SQL WITH FUNCTION f(internal))',
  CreateTrigStmt: 'CREATE TRIGGER touch BEFORE UPDATE ON orders EXECUTE FUNCTION touch()',
  CreateUserMappingStmt: 'CREATE USER MAPPING FOR app SERVER remote',
  CreatedbStmt: 'CREATE DATABASE shop',
  DeallocateStmt: 'DEALLOCATE ALL',
  DeclareCursorStmt: 'DECLARE c CURSOR FOR SELECT 1',
  DefineStmt: 'CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)',
  DeleteStmt: 'DELETE FROM orders',
  DiscardStmt: 'DISCARD ALL',
  DoStmt: 'DO $$ BEGIN END $$',
  DropOwnedStmt: 'DROP OWNED BY app',
  DropRoleStmt: 'DROP ROLE app',
  DropStmt: 'DROP TABLE orders',
  DropSubscriptionStmt: 'DROP SUBSCRIPTION feed',
  DropTableSpaceStmt: 'DROP TABLESPACE fast',
  DropUserMappingStmt: 'DROP USER MAPPING FOR app SERVER remote',
  DropdbStmt: 'DROP DATABASE shop',
  ExecuteStmt: 'EXECUTE plan',
  ExplainStmt: 'EXPLAIN SELECT 1',
  FetchStmt: 'FETCH c',
  GrantRoleStmt: 'GRANT readers TO app',
  GrantStmt: 'GRANT SELECT ON orders TO app',
  ImportForeignSchemaStmt: 'IMPORT FOREIGN SCHEMA shop FROM SERVER remote INTO shop',
  IndexStmt: 'CREATE INDEX orders_user ON orders (user_id)',
  InsertStmt: 'INSERT INTO orders DEFAULT VALUES',
  ListenStmt: 'LISTEN orders',
  LoadStmt: "LOAD 'auto_explain'",
  LockStmt: 'LOCK TABLE orders',
  MergeStmt: 'MERGE INTO orders USING new_orders n ON n.id = orders.id WHEN MATCHED THEN DELETE',
  NotifyStmt: 'NOTIFY orders',
  PrepareStmt: 'PREPARE plan AS SELECT 1',
  ReassignOwnedStmt: 'REASSIGN OWNED BY app TO admin',
  RefreshMatViewStmt: 'REFRESH MATERIALIZED VIEW totals',
  ReindexStmt: 'REINDEX TABLE orders',
  RenameStmt: 'ALTER TABLE orders RENAME TO purchases',
  RuleStmt: 'CREATE RULE r AS ON DELETE TO orders DO INSTEAD NOTHING',
  SecLabelStmt: "SECURITY LABEL ON TABLE orders IS 'secret'",
  SelectStmt: 'SELECT 1',
  TransactionStmt: 'BEGIN',
  TruncateStmt: 'TRUNCATE orders',
  UnlistenStmt: 'UNLISTEN *',
  UpdateStmt: 'UPDATE orders SET total = 0',
  VacuumStmt: 'VACUUM orders',
  VariableSetStmt: "SET lock_timeout = '5s'",
  VariableShowStmt: 'SHOW lock_timeout',
  ViewStmt: 'CREATE VIEW paid AS SELECT 1',
};

describe('every kind of statement', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it('is in the table', () => {
    const types = readFileSync(require.resolve('@pgsql/types').replace(/index\.js$/, 'types.d.ts'), 'utf8');
    const grammar = [...types.matchAll(/^ {4}(\w+Stmt): \1;$/gm)].map(([, name]) => name ?? '');
    expect(grammar.length).toBeGreaterThan(100);
    expect([...Object.keys(SAMPLES), ...INNER_NODES].sort()).toEqual(grammar.sort());
  });

  it.each(Object.entries(SAMPLES))('%s', (kind, text) => {
    const parsed = sql.parser.parseText(text);
    expect('kind' in parsed ? parsed : parsed.map(({ node }) => Object.keys(node))).toEqual([[kind]]);
    const kinds = sql.operations(text).map((operation) => operation.kind);
    expect(kinds).not.toContain('unmodelled');
    expect(kinds.length).toBeGreaterThan(0);
  });

  it('leaves nothing unmodelled but what is listed', () => {
    expect(UNMODELLED).toEqual(['SET … FROM CURRENT']);
    expect(sql.operations('SET lock_timeout FROM CURRENT')).toEqual([
      { kind: 'unmodelled', node: 'VariableSetStmt' },
    ]);
  });
});
