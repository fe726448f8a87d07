import type { Progress } from '../../src/github/comment-state';
import type { Proposal } from './reviewed';

/** A state of the comment, by what leads to it. */
export interface CommentState {
  readonly name: string;
  readonly proposal: Proposal;
  /** Against the comment of an earlier push; absent where there was none. */
  readonly progress?: Progress;
}

const SHOP = {
  'migrations/0001_shop.sql': [
    'CREATE TABLE users (id bigint PRIMARY KEY, email text, last_seen timestamptz);',
    'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status text NOT NULL, total numeric);',
    'CREATE TABLE audit_log (id bigint PRIMARY KEY, entry jsonb);',
    '',
  ].join('\n'),
};

const state = (name: string, change: Proposal['change'], more: Partial<Proposal> = {}): CommentState => ({
  name,
  proposal: { base: SHOP, change, ...more },
});

const INDEX = 'CREATE INDEX orders_status_idx ON orders (status);\n';
const MIXED = {
  'migrations/0002_users_bigint.sql': [
    "SET lock_timeout = '2s';",
    '',
    'ALTER TABLE users ALTER COLUMN last_seen TYPE text USING last_seen::text;',
    'ALTER TABLE audit_log ADD COLUMN note text;',
    'CREATE TABLE coupons (code text PRIMARY KEY);',
    '',
  ].join('\n'),
  'migrations/0003_orders_index.sql': INDEX,
};

/** Every state that a comment can be in. */
export const COMMENT_STATES: readonly CommentState[] = [
  state('findings', MIXED),
  state('one-index', { 'migrations/0002_index.sql': INDEX }),
  state('lock-window', {
    'migrations/0002_backfill.sql': [
      'BEGIN;',
      "SET lock_timeout = '2s';",
      "ALTER TABLE orders ADD COLUMN currency text NOT NULL DEFAULT 'EUR';",
      'ALTER TABLE users ADD COLUMN locale text;',
      "UPDATE orders SET currency = 'USD' WHERE total > 100;",
      'CREATE INDEX orders_currency_idx ON orders (currency);',
      'COMMIT;',
      '',
    ].join('\n'),
  }),
  state('below-the-gate', {
    'migrations/0002_note.sql': 'ALTER TABLE orders ADD COLUMN note text;\n',
  }),
  state(
    'unchanged',
    { 'migrations/0002_index.sql': `${INDEX}SELECT 2;\n` },
    {
      base: { ...SHOP, 'migrations/0002_index.sql': `${INDEX}SELECT 1;\n` },
    },
  ),
  {
    ...state('resolved', {
      'migrations/0002_coupons.sql': 'CREATE TABLE coupons (code text PRIMARY KEY);\n',
    }),
    progress: { fresh: 0, resolved: 3 },
  },
  { ...state('no-migration-left', { 'README.md': 'x' }), progress: { fresh: 0, resolved: 1 } },
  state('clients-break', {
    'migrations/0002_drop.sql': [
      "SET lock_timeout = '2s';",
      'ALTER TABLE orders DROP COLUMN total;',
      'ALTER TABLE users RENAME COLUMN email TO mail;',
      '',
    ].join('\n'),
  }),
  state('unknown-tables', {
    'migrations/0002_domain.sql': 'ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE > 0);\n',
  }),
  state('stops-nobody', {
    'migrations/0002_concurrently.sql': [
      'BEGIN;',
      'CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);',
      'COMMIT;',
      '',
    ].join('\n'),
  }),
  state(
    'own-form',
    {
      'migrations/20260102000000_index.js':
        "exports.up = (knex) => knex.schema.alterTable('orders', (table) => table.index('status'));\nexports.down = (knex) => knex.schema.alterTable('orders', (table) => table.dropIndex('status'));\n",
    },
    {
      base: {
        'package.json': '{"dependencies":{"knex":"3"}}',
        'knexfile.js': "module.exports = { client: 'pg' };\n",
        'migrations/20260101000000_orders.js':
          "exports.up = (knex) => knex.schema.createTable('orders', (table) => { table.bigIncrements(); table.text('status'); });\nexports.down = (knex) => knex.schema.dropTable('orders');\n",
      },
    },
  ),
  state('accepted', {
    'migrations/0002_index.sql': `-- pgfence allow create-index-not-concurrent: built at night\n-- pgfence allow missing-lock-timeout: the role has one\n${INDEX}`,
  }),
  state('gaps-only', {
    'migrations/0002_dynamic.sql':
      "CREATE TABLE coupons (code text PRIMARY KEY);\nDO $$ BEGIN EXECUTE current_setting('app.sql'); END $$;\n",
  }),
  state('syntax-error', { 'migrations/0002_typo.sql': 'ALTER TABEL orders ADD COLUMN note text;\n' }),
  state(
    'no-diff',
    { 'migrations/0002_index.sql': INDEX },
    {
      noDiff: 'diff not available: the list of changed files was refused',
    },
  ),
  state('many', {
    'migrations/0002_many.sql': Array.from(
      { length: 24 },
      (_, index) => `CREATE INDEX orders_${String(index)}_idx ON orders (status);\n`,
    ).join(''),
  }),
  state('hostile', {
    'migrations/0002 @ada <img src=x>|`#1`.sql': [
      'CREATE INDEX "--><img src=x onerror=alert(1)> @ada #1 </details> [x](javascript:alert(1)) | `` ::error::x" ON orders (status);',
      `CREATE INDEX "\u202egnp.exe" ON orders (status) WHERE status = 'https://evil.example www.evil.example ada@evil.example';`,
      `UPDATE orders SET status = '${'x'.repeat(10_000)}' WHERE id = 1;`,
      '',
    ].join('\n'),
  }),
];
