import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain, shop, positive, restrict, cascade, grantee } from './values';

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
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
];

describe('schemas, extensions, roles and publications', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });
});
