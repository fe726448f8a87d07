import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

const plain = (name: string) => ({ schema: null, name });
const shop = (name: string) => ({ schema: 'shop', name });
const column = (name: string) => ({ kind: 'column', relation: null, name }) as const;
const number = (value: number) => ({ kind: 'constant', value, text: String(value) }) as const;
const text = (value: string) => ({ kind: 'constant', value, text: `'${value}'` }) as const;
const type = (name: string) => ({ schema: null, name, modifiers: [], arrayDimensions: 0 });
const positive = { kind: 'operator', name: '>', left: column('total'), right: number(0) } as const;
const restrict = { ifExists: false, cascade: false };
const cascade = { ifExists: true, cascade: true };
const nothing = { reads: [], writes: [], calls: [], columns: [], limited: false };
const one = { ...nothing, columns: [null], limited: true };
const key = {
  column: null,
  expression: null,
  collation: null,
  operatorClass: null,
  descending: false,
  nullsFirst: null,
  excludeOperator: null,
};
const index = {
  name: 'i',
  table: plain('orders'),
  method: 'btree',
  unique: false,
  keys: [{ ...key, column: 'id' }],
  include: [],
  predicate: null,
  nullsNotDistinct: false,
  tablespace: null,
};
const grantee = { objectType: 'table', target: 'names', cascade: false, grantOption: false } as const;
const trigger = {
  kind: 'create-trigger',
  trigger: 't',
  table: plain('orders'),
  replace: false,
  constraint: false,
  row: false,
  timing: 'after',
  events: ['insert'],
  columns: [],
  when: null,
  function: plain('f'),
  args: [],
  referenced: null,
} as const;

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  // indexes
  [
    'CREATE INDEX i ON orders (id)',
    { kind: 'create-index', index, concurrently: false, ifNotExists: false, only: false },
  ],
  [
    `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY shop.orders USING gist (id DESC NULLS LAST, code COLLATE "C" text_pattern_ops, lower(code))
     INCLUDE (total) NULLS NOT DISTINCT TABLESPACE fast WHERE total > 0`,
    {
      kind: 'create-index',
      index: {
        ...index,
        table: shop('orders'),
        method: 'gist',
        unique: true,
        keys: [
          { ...key, column: 'id', descending: true, nullsFirst: false },
          { ...key, column: 'code', collation: plain('C'), operatorClass: plain('text_pattern_ops') },
          { ...key, expression: { kind: 'call', name: plain('lower'), args: [column('code')] } },
        ],
        include: ['total'],
        predicate: positive,
        nullsNotDistinct: true,
        tablespace: 'fast',
      },
      concurrently: true,
      ifNotExists: true,
      only: true,
    },
  ],
  [
    'DROP INDEX CONCURRENTLY IF EXISTS i, shop.j',
    {
      kind: 'drop-index',
      indexes: [plain('i'), shop('j')],
      concurrently: true,
      ifExists: true,
      cascade: false,
    },
  ],
  [
    'REINDEX INDEX shop.i',
    { kind: 'reindex', what: 'index', name: shop('i'), concurrently: false, tablespace: null },
  ],
  [
    'REINDEX (CONCURRENTLY, TABLESPACE fast) TABLE orders',
    { kind: 'reindex', what: 'table', name: plain('orders'), concurrently: true, tablespace: 'fast' },
  ],
  [
    'REINDEX (CONCURRENTLY false) TABLE orders',
    { kind: 'reindex', what: 'table', name: plain('orders'), concurrently: false, tablespace: null },
  ],
  [
    'REINDEX SCHEMA CONCURRENTLY shop',
    { kind: 'reindex', what: 'schema', name: plain('shop'), concurrently: true, tablespace: null },
  ],
  [
    'REINDEX DATABASE shop',
    { kind: 'reindex', what: 'database', name: null, concurrently: false, tablespace: null },
  ],
  // whole tables
  [
    'DROP TABLE IF EXISTS orders, shop.users CASCADE',
    { kind: 'drop-table', tables: [plain('orders'), shop('users')], foreign: false, ...cascade },
  ],
  [
    'DROP FOREIGN TABLE orders',
    { kind: 'drop-table', tables: [plain('orders')], foreign: true, ...restrict },
  ],
  [
    'TRUNCATE orders, ONLY users RESTART IDENTITY CASCADE',
    {
      kind: 'truncate',
      tables: [
        { table: plain('orders'), only: false },
        { table: plain('users'), only: true },
      ],
      cascade: true,
      restartIdentity: true,
    },
  ],
  [
    'LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE NOWAIT',
    {
      kind: 'lock-table',
      tables: [{ table: plain('orders'), only: false }],
      mode: 'SHARE ROW EXCLUSIVE',
      nowait: true,
    },
  ],
  [
    'LOCK ONLY orders',
    {
      kind: 'lock-table',
      tables: [{ table: plain('orders'), only: true }],
      mode: 'ACCESS EXCLUSIVE',
      nowait: false,
    },
  ],
  ['CLUSTER orders USING i', { kind: 'cluster', table: plain('orders'), index: 'i' }],
  ['CLUSTER', { kind: 'cluster', table: null, index: null }],
  [
    'VACUUM (FULL, TRUNCATE false) orders (id), users',
    {
      kind: 'vacuum',
      tables: [
        { table: plain('orders'), columns: ['id'] },
        { table: plain('users'), columns: [] },
      ],
      full: true,
      analyze: false,
      options: { full: 'true', truncate: 'false' },
    },
  ],
  [
    'VACUUM ANALYZE',
    { kind: 'vacuum', tables: [], full: false, analyze: true, options: { analyze: 'true' } },
  ],
  [
    'ANALYZE VERBOSE orders',
    { kind: 'analyze', tables: [{ table: plain('orders'), columns: [] }], options: { verbose: 'true' } },
  ],
  // views
  [
    'CREATE OR REPLACE TEMP VIEW v (a) WITH (security_barrier) AS SELECT 1 WITH LOCAL CHECK OPTION',
    {
      kind: 'create-view',
      view: plain('v'),
      replace: true,
      persistence: 'temporary',
      recursive: false,
      columnNames: ['a'],
      query: one,
      options: { security_barrier: 'true', check_option: 'local' },
    },
  ],
  [
    'CREATE RECURSIVE VIEW v (a) AS SELECT 1 UNION SELECT a FROM v JOIN orders ON true',
    {
      kind: 'create-view',
      view: plain('v'),
      replace: false,
      persistence: 'permanent',
      recursive: true,
      columnNames: ['a'],
      query: {
        ...nothing,
        reads: [
          { relation: plain('orders'), locking: 'none', skipLocked: false, only: false, unbounded: false },
        ],
        columns: [{ name: 'a', expression: column('a') }],
      },
      options: {},
    },
  ],
  [
    'REFRESH MATERIALIZED VIEW CONCURRENTLY shop.v',
    { kind: 'refresh-materialized-view', view: shop('v'), concurrently: true, withData: true },
  ],
  [
    'REFRESH MATERIALIZED VIEW v WITH NO DATA',
    { kind: 'refresh-materialized-view', view: plain('v'), concurrently: false, withData: false },
  ],
  [
    'DROP MATERIALIZED VIEW IF EXISTS v CASCADE',
    { kind: 'drop-view', views: [plain('v')], materialized: true, ...cascade },
  ],
  ['DROP VIEW v', { kind: 'drop-view', views: [plain('v')], materialized: false, ...restrict }],
  // sequences
  [
    'CREATE SEQUENCE IF NOT EXISTS s AS int START 5 MINVALUE -5 NO MAXVALUE CYCLE OWNED BY shop.orders.id',
    {
      kind: 'create-sequence',
      sequence: plain('s'),
      ifNotExists: true,
      persistence: 'permanent',
      options: [
        { name: 'as', value: 'int4' },
        { name: 'start', value: 5 },
        { name: 'minvalue', value: -5 },
        { name: 'maxvalue', value: null },
        { name: 'cycle', value: 'true' },
        { name: 'owned_by', value: 'shop.orders.id' },
      ],
      ownedBy: { table: shop('orders'), column: 'id' },
    },
  ],
  [
    'ALTER SEQUENCE IF EXISTS s OWNED BY NONE RESTART WITH 5000000000',
    {
      kind: 'alter-sequence',
      sequence: plain('s'),
      ifExists: true,
      options: [
        { name: 'owned_by', value: 'none' },
        { name: 'restart', value: 5000000000 },
      ],
      ownedBy: 'none',
    },
  ],
  [
    'DROP SEQUENCE s CASCADE',
    { kind: 'drop-sequence', sequences: [plain('s')], ifExists: false, cascade: true },
  ],
  // types and domains
  [
    "CREATE TYPE status AS ENUM ('new', 'paid')",
    { kind: 'create-enum', type: plain('status'), values: ['new', 'paid'] },
  ],
  [
    "ALTER TYPE shop.status ADD VALUE IF NOT EXISTS 'sent' AFTER 'paid'",
    {
      kind: 'add-enum-value',
      type: shop('status'),
      value: 'sent',
      ifNotExists: true,
      neighbour: { value: 'paid', after: true },
    },
  ],
  [
    "ALTER TYPE status ADD VALUE 'sent' BEFORE 'paid'",
    {
      kind: 'add-enum-value',
      type: plain('status'),
      value: 'sent',
      ifNotExists: false,
      neighbour: { value: 'paid', after: false },
    },
  ],
  [
    "ALTER TYPE status ADD VALUE 'sent'",
    { kind: 'add-enum-value', type: plain('status'), value: 'sent', ifNotExists: false, neighbour: null },
  ],
  [
    "ALTER TYPE status RENAME VALUE 'sent' TO 'shipped'",
    { kind: 'rename-enum-value', type: plain('status'), value: 'sent', to: 'shipped' },
  ],
  [
    'CREATE TYPE address AS (street text)',
    {
      kind: 'create-composite-type',
      type: plain('address'),
      attributes: [{ name: 'street', type: type('text') }],
    },
  ],
  [
    'ALTER TYPE address ADD ATTRIBUTE city text CASCADE',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'add', attribute: 'city', type: type('text') },
      cascade: true,
    },
  ],
  [
    'ALTER TYPE address DROP ATTRIBUTE IF EXISTS city',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'drop', attribute: 'city', missingOk: true },
      cascade: false,
    },
  ],
  [
    'ALTER TYPE address ALTER ATTRIBUTE city TYPE text',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'alter', attribute: 'city', type: type('text') },
      cascade: false,
    },
  ],
  [
    'ALTER TYPE address RENAME ATTRIBUTE city TO town CASCADE',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'rename', attribute: 'city', to: 'town' },
      cascade: true,
    },
  ],
  ['CREATE TYPE box2 (INPUT = f, OUTPUT = g)', { kind: 'create-base-type', type: plain('box2') }],
  [
    'CREATE DOMAIN shop.email AS text COLLATE "C" DEFAULT \'x\' CONSTRAINT n NOT NULL CONSTRAINT c CHECK (total > 0)',
    {
      kind: 'create-domain',
      domain: shop('email'),
      type: type('text'),
      collation: plain('C'),
      default: text('x'),
      constraints: [
        { kind: 'not-null', name: 'n' },
        { kind: 'check', name: 'c', expression: positive, valid: true },
      ],
    },
  ],
  ...(
    [
      [
        'ADD CONSTRAINT c CHECK (total > 0) NOT VALID',
        {
          kind: 'add-constraint',
          constraint: { kind: 'check', name: 'c', expression: positive, valid: false },
        },
      ],
      ['ADD NOT NULL', { kind: 'add-constraint', constraint: { kind: 'not-null', name: null } }],
      [
        'DROP CONSTRAINT IF EXISTS c CASCADE',
        { kind: 'drop-constraint', constraint: 'c', missingOk: true, cascade: true },
      ],
      ['VALIDATE CONSTRAINT c', { kind: 'validate-constraint', constraint: 'c' }],
      ['RENAME CONSTRAINT c TO d', { kind: 'rename-constraint', constraint: 'c', to: 'd' }],
      ['SET NOT NULL', { kind: 'set-not-null' }],
      ['DROP NOT NULL', { kind: 'drop-not-null' }],
      ['SET DEFAULT 1', { kind: 'set-default', default: number(1) }],
      ['DROP DEFAULT', { kind: 'drop-default' }],
    ] as const
  ).map(([words, change]): readonly [string, Operation] => [
    `ALTER DOMAIN email ${words}`,
    { kind: 'alter-domain', domain: plain('email'), change },
  ]),
  [
    'DROP TYPE IF EXISTS shop.status CASCADE',
    { kind: 'drop-type', types: [shop('status')], domain: false, ...cascade },
  ],
  ['DROP DOMAIN email', { kind: 'drop-type', types: [plain('email')], domain: true, ...restrict }],
  // functions
  [
    'ALTER FUNCTION total(int) STABLE SET search_path TO shop, public',
    {
      kind: 'alter-function',
      name: plain('total'),
      volatility: 'stable',
      settings: { search_path: 'shop, public' },
    },
  ],
  [
    'DROP FUNCTION IF EXISTS total(int), shop.sum CASCADE',
    {
      kind: 'drop-function',
      functions: [
        { name: plain('total'), parameters: [type('int4')] },
        { name: shop('sum'), parameters: null },
      ],
      what: 'function',
      ...cascade,
    },
  ],
  [
    'DROP PROCEDURE p',
    {
      kind: 'drop-function',
      functions: [{ name: plain('p'), parameters: null }],
      what: 'procedure',
      ...restrict,
    },
  ],
  [
    'DROP ROUTINE p',
    {
      kind: 'drop-function',
      functions: [{ name: plain('p'), parameters: null }],
      what: 'routine',
      ...restrict,
    },
  ],
  [
    'DROP AGGREGATE a(*)',
    {
      kind: 'drop-function',
      functions: [{ name: plain('a'), parameters: [] }],
      what: 'aggregate',
      ...restrict,
    },
  ],
  // triggers, rules, policies
  [
    "CREATE TRIGGER t BEFORE UPDATE OF a, b OR DELETE ON shop.orders FOR EACH ROW WHEN (total > 0) EXECUTE FUNCTION shop.f('x', 1)",
    {
      ...trigger,
      table: shop('orders'),
      row: true,
      timing: 'before',
      events: ['update', 'delete'],
      columns: ['a', 'b'],
      when: positive,
      function: shop('f'),
      args: ['x', '1'],
    },
  ],
  [
    'CREATE CONSTRAINT TRIGGER t AFTER INSERT ON orders FROM users FOR EACH ROW EXECUTE PROCEDURE f()',
    {
      ...trigger,
      constraint: true,
      row: true,
      referenced: plain('users'),
    },
  ],
  [
    'CREATE OR REPLACE TRIGGER t INSTEAD OF INSERT OR TRUNCATE ON orders EXECUTE FUNCTION f()',
    {
      ...trigger,
      replace: true,
      timing: 'instead-of',
      events: ['insert', 'truncate'],
    },
  ],
  [
    'DROP TRIGGER IF EXISTS t ON shop.orders CASCADE',
    { kind: 'drop-trigger', trigger: 't', table: shop('orders'), ...cascade },
  ],
  [
    'ALTER TRIGGER t ON orders RENAME TO u',
    { kind: 'rename-trigger', trigger: 't', table: plain('orders'), to: 'u' },
  ],
  [
    'CREATE OR REPLACE RULE r AS ON INSERT TO orders DO INSTEAD (DELETE FROM users; NOTIFY x)',
    {
      kind: 'create-rule',
      rule: 'r',
      table: plain('orders'),
      replace: true,
      event: 'insert',
      instead: true,
      query: {
        ...nothing,
        writes: [
          {
            relation: plain('users'),
            command: 'delete',
            only: false,
            columns: [],
            where: null,
            valueRows: null,
            values: [],
            onConflict: 'none',
          },
        ],
      },
    },
  ],
  ['DROP RULE r ON orders', { kind: 'drop-rule', rule: 'r', table: plain('orders'), ...restrict }],
  ['ALTER RULE r ON orders RENAME TO q', { kind: 'rename-rule', rule: 'r', table: plain('orders'), to: 'q' }],
  [
    'CREATE POLICY p ON orders AS RESTRICTIVE FOR UPDATE TO app, PUBLIC USING (total > 0) WITH CHECK (true)',
    {
      kind: 'create-policy',
      policy: 'p',
      table: plain('orders'),
      permissive: false,
      command: 'update',
      roles: ['app', 'public'],
      using: positive,
      check: { kind: 'constant', value: true, text: 'true' },
    },
  ],
  [
    'ALTER POLICY p ON orders TO app',
    { kind: 'alter-policy', policy: 'p', table: plain('orders'), using: null, check: null },
  ],
  ['DROP POLICY p ON shop.orders', { kind: 'drop-policy', policy: 'p', table: shop('orders'), ...restrict }],
  [
    'ALTER POLICY p ON orders RENAME TO q',
    { kind: 'rename-policy', policy: 'p', table: plain('orders'), to: 'q' },
  ],
  // schemas, extensions, roles
  ['ALTER SCHEMA shop RENAME TO store', { kind: 'rename-schema', schema: 'shop', to: 'store' }],
  ['DROP SCHEMA IF EXISTS shop CASCADE', { kind: 'drop-schema', schemas: ['shop'], ...cascade }],
  [
    "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA shop VERSION '1.6'",
    {
      kind: 'create-extension',
      extension: 'pg_trgm',
      ifNotExists: true,
      schema: 'shop',
      version: '1.6',
    },
  ],
  [
    'ALTER EXTENSION pg_trgm SET SCHEMA shop',
    { kind: 'alter-extension', extension: 'pg_trgm', change: 'set-schema' },
  ],
  ['DROP EXTENSION pg_trgm', { kind: 'drop-extension', extensions: ['pg_trgm'], ...restrict }],
  [
    'GRANT SELECT, INSERT (a) ON orders, shop.users TO app, PUBLIC WITH GRANT OPTION',
    {
      kind: 'grant',
      ...grantee,
      names: [plain('orders'), shop('users')],
      privileges: ['select', 'insert'],
      grantees: ['app', 'public'],
      grantOption: true,
    },
  ],
  [
    'GRANT ALL ON ALL SEQUENCES IN SCHEMA shop TO app',
    {
      kind: 'grant',
      ...grantee,
      objectType: 'sequence',
      target: 'in-schema',
      names: [plain('shop')],
      privileges: [],
      grantees: ['app'],
    },
  ],
  [
    'REVOKE EXECUTE ON FUNCTION shop.total(int) FROM app CASCADE',
    {
      kind: 'revoke',
      ...grantee,
      objectType: 'function',
      names: [shop('total')],
      privileges: ['execute'],
      grantees: ['app'],
      cascade: true,
    },
  ],
  ['GRANT readers TO app WITH ADMIN OPTION', { kind: 'grant-role', roles: ['readers'], grantees: ['app'] }],
  ['REVOKE readers FROM app', { kind: 'revoke-role', roles: ['readers'], grantees: ['app'] }],
  ['CREATE USER app', { kind: 'create-role', roles: ['app'] }],
  ['ALTER GROUP readers ADD USER app', { kind: 'alter-role', roles: ['readers'] }],
  ['DROP ROLE a, b', { kind: 'drop-role', roles: ['a', 'b'] }],
  ['REASSIGN OWNED BY app TO CURRENT_USER', { kind: 'reassign-owned', roles: ['app'], to: 'current_user' }],
  ['DROP OWNED BY app CASCADE', { kind: 'drop-owned', roles: ['app'], cascade: true }],
  // publications and subscriptions
  [
    "CREATE PUBLICATION feed FOR TABLE orders (id) WHERE (total > 0), ONLY users, TABLES IN SCHEMA shop, CURRENT_SCHEMA WITH (publish = 'insert')",
    {
      kind: 'create-publication',
      publication: 'feed',
      allTables: false,
      tables: [
        { table: plain('orders'), only: false, columns: ['id'], where: positive },
        { table: plain('users'), only: true, columns: [], where: null },
      ],
      schemas: ['shop', 'current_schema'],
      options: { publish: 'insert' },
    },
  ],
  [
    'CREATE PUBLICATION feed FOR ALL TABLES',
    {
      kind: 'create-publication',
      publication: 'feed',
      allTables: true,
      tables: [],
      schemas: [],
      options: {},
    },
  ],
  [
    'ALTER PUBLICATION feed DROP TABLE orders',
    {
      kind: 'alter-publication',
      publication: 'feed',
      action: 'drop',
      tables: [{ table: plain('orders'), only: false, columns: [], where: null }],
      schemas: [],
      options: {},
    },
  ],
  [
    "ALTER PUBLICATION feed SET (publish = 'insert')",
    {
      kind: 'alter-publication',
      publication: 'feed',
      action: 'options',
      tables: [],
      schemas: [],
      options: { publish: 'insert' },
    },
  ],
  [
    'DROP PUBLICATION IF EXISTS feed',
    { kind: 'drop-publication', publications: ['feed'], ifExists: true, cascade: false },
  ],
  [
    "CREATE SUBSCRIPTION feed CONNECTION 'password=x' PUBLICATION feed WITH (copy_data = false)",
    {
      kind: 'create-subscription',
      subscription: 'feed',
      action: null,
      options: { copy_data: 'false' },
      ifExists: false,
    },
  ],
  [
    'ALTER SUBSCRIPTION feed REFRESH PUBLICATION',
    { kind: 'alter-subscription', subscription: 'feed', action: 'refresh', options: {}, ifExists: false },
  ],
  [
    'ALTER SUBSCRIPTION feed DISABLE',
    {
      kind: 'alter-subscription',
      subscription: 'feed',
      action: 'disable',
      options: { enabled: 'false' },
      ifExists: false,
    },
  ],
  [
    'DROP SUBSCRIPTION IF EXISTS feed',
    { kind: 'drop-subscription', subscription: 'feed', action: null, options: {}, ifExists: true },
  ],
  // statistics and comments
  [
    'CREATE STATISTICS IF NOT EXISTS s ON id, lower(code) FROM orders',
    {
      kind: 'create-statistics',
      name: plain('s'),
      ifNotExists: true,
      table: plain('orders'),
      columns: ['id'],
      expressions: [{ kind: 'call', name: plain('lower'), args: [column('code')] }],
    },
  ],
  ['DROP STATISTICS shop.s', { kind: 'drop-statistics', names: [shop('s')], ...restrict }],
  [
    "COMMENT ON TABLE shop.orders IS 'x'",
    { kind: 'comment', objectType: 'table', name: shop('orders'), relation: shop('orders'), text: 'x' },
  ],
  [
    'COMMENT ON COLUMN shop.orders.id IS NULL',
    { kind: 'comment', objectType: 'column', name: plain('id'), relation: shop('orders'), text: null },
  ],
  [
    "COMMENT ON CONSTRAINT c ON orders IS 'x'",
    { kind: 'comment', objectType: 'constraint', name: plain('c'), relation: plain('orders'), text: 'x' },
  ],
  [
    "COMMENT ON CONSTRAINT c ON DOMAIN email IS 'x'",
    { kind: 'comment', objectType: 'domain constraint', name: plain('c'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON FUNCTION shop.total(int) IS 'x'",
    { kind: 'comment', objectType: 'function', name: shop('total'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON OPERATOR CLASS shop.c USING btree IS 'x'",
    { kind: 'comment', objectType: 'operator class', name: shop('c'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON CAST (int AS text) IS 'x'",
    { kind: 'comment', objectType: 'cast', name: plain('int4 as text'), relation: null, text: 'x' },
  ],
  [
    "COMMENT ON LARGE OBJECT 5 IS 'x'",
    { kind: 'comment', objectType: 'large object', name: plain('5'), relation: null, text: 'x' },
  ],
  [
    "SECURITY LABEL FOR x ON TABLE orders IS 'y'",
    {
      kind: 'security-label',
      objectType: 'table',
      name: plain('orders'),
      relation: plain('orders'),
      text: 'y',
    },
  ],
  // others
  [
    'CREATE COLLATION IF NOT EXISTS german (LOCALE = x)',
    {
      kind: 'create-object',
      objectType: 'collation',
      name: plain('german'),
      replace: false,
      ifNotExists: true,
    },
  ],
  [
    'CREATE OR REPLACE AGGREGATE a(int) (SFUNC = f, STYPE = int)',
    { kind: 'create-object', objectType: 'aggregate', name: plain('a'), replace: true, ifNotExists: false },
  ],
  [
    'CREATE CAST (int AS text) WITH INOUT',
    {
      kind: 'create-object',
      objectType: 'cast',
      name: plain('int4 as text'),
      replace: false,
      ifNotExists: false,
    },
  ],
  [
    'ALTER FUNCTION total(int) RENAME TO sum',
    { kind: 'alter-object', objectType: 'function', name: plain('total'), change: 'rename', to: 'sum' },
  ],
  [
    'ALTER TYPE shop.status RENAME TO state',
    { kind: 'alter-object', objectType: 'type', name: shop('status'), change: 'rename', to: 'state' },
  ],
  [
    'ALTER DATABASE shop RENAME TO store',
    { kind: 'alter-object', objectType: 'database', name: plain('shop'), change: 'rename', to: 'store' },
  ],
  [
    'ALTER ROLE app RENAME TO web',
    { kind: 'alter-object', objectType: 'role', name: plain('app'), change: 'rename', to: 'web' },
  ],
  [
    'ALTER OPERATOR CLASS shop.c USING btree RENAME TO d',
    { kind: 'alter-object', objectType: 'operator class', name: shop('c'), change: 'rename', to: 'd' },
  ],
  [
    'ALTER FUNCTION total(int) SET SCHEMA shop',
    { kind: 'alter-object', objectType: 'function', name: plain('total'), change: 'set-schema', to: 'shop' },
  ],
  [
    'ALTER SCHEMA shop OWNER TO app',
    { kind: 'alter-object', objectType: 'schema', name: plain('shop'), change: 'change-owner', to: 'app' },
  ],
  [
    'ALTER TRIGGER t ON orders DEPENDS ON EXTENSION x',
    { kind: 'alter-object', objectType: 'trigger', name: plain('t'), change: 'depends', to: 'x' },
  ],
  [
    'DROP OPERATOR CLASS shop.c USING btree',
    { kind: 'drop-object', objectType: 'operator class', names: [shop('c')], ...restrict },
  ],
  [
    'DROP CAST IF EXISTS (int AS text) CASCADE',
    { kind: 'drop-object', objectType: 'cast', names: [plain('int4 as text')], ...cascade },
  ],
  [
    'DROP TRANSFORM FOR int LANGUAGE plx',
    { kind: 'drop-object', objectType: 'transform', names: [plain('int4 for plx')], ...restrict },
  ],
  [
    'DROP SERVER remote',
    { kind: 'drop-object', objectType: 'server', names: [plain('remote')], ...restrict },
  ],
  [
    'CREATE DATABASE shop TABLESPACE fast',
    { kind: 'create-database', database: 'shop', setting: null, tablespace: 'fast' },
  ],
  [
    'ALTER DATABASE shop SET TABLESPACE fast',
    { kind: 'alter-database', database: 'shop', setting: 'tablespace', tablespace: 'fast' },
  ],
  ['DROP DATABASE shop', { kind: 'drop-database', database: 'shop', setting: null, tablespace: null }],
  [
    'ALTER INDEX ALL IN TABLESPACE a SET TABLESPACE b NOWAIT',
    { kind: 'move-all', what: 'index', from: 'a', to: 'b', nowait: true },
  ],
];

describe('objects', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });

  it('CREATE FUNCTION', () => {
    const [operation] =
      sql.operations(`CREATE OR REPLACE FUNCTION shop.total(a int, INOUT b text DEFAULT 'x', VARIADIC c int[])
      RETURNS SETOF text LANGUAGE SQL IMMUTABLE SECURITY DEFINER SET search_path = shop, public AS $$SELECT 'x'$$`);
    expect(operation).toMatchObject({
      kind: 'create-function',
      name: shop('total'),
      procedure: false,
      replace: true,
      parameters: [
        { name: 'a', mode: 'in', type: type('int4'), default: null },
        { name: 'b', mode: 'inout', type: type('text'), default: text('x') },
        { name: 'c', mode: 'variadic', type: { ...type('int4'), arrayDimensions: 1 }, default: null },
      ],
      returns: type('text'),
      returnsSet: true,
      language: 'sql',
      volatility: 'immutable',
      securityDefiner: true,
      settings: { search_path: 'shop, public' },
      source: "SELECT 'x'",
    });
    expect(sql.operations("CREATE PROCEDURE p() LANGUAGE c AS 'lib', 'p'")).toMatchObject([
      {
        kind: 'create-function',
        procedure: true,
        returns: null,
        volatility: null,
        source: null,
        body: { language: 'c', statements: [] },
      },
    ]);
    expect(
      sql.operations('CREATE FUNCTION t() RETURNS TABLE (id int) BEGIN ATOMIC SELECT 1; END'),
    ).toMatchObject([{ parameters: [{ name: 'id', mode: 'table' }], source: 'BEGIN ATOMIC SELECT 1; END' }]);
  });
});
