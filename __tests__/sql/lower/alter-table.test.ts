import { readFileSync } from 'node:fs';
import { COLUMN_COMMANDS } from './alter-table-columns';
import { CONSTRAINT_COMMANDS } from './alter-table-constraints';
import { RELATION_COMMANDS } from './alter-table-relations';
import { number, positive, plain, check, unique, reference } from './alter-table-values';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

/** Every subcommand that a statement can write. */
const SUBCOMMANDS = [...COLUMN_COMMANDS, ...CONSTRAINT_COMMANDS, ...RELATION_COMMANDS];

/** What only the server writes: no statement of a migration has it. */
const INTERNAL = [
  'AT_AddColumnToView',
  'AT_AddIndex',
  'AT_AddIndexConstraint',
  'AT_CookedColumnDefault',
  'AT_ReAddComment',
  'AT_ReAddConstraint',
  'AT_ReAddDomainConstraint',
  'AT_ReAddIndex',
  'AT_ReAddStatistics',
  'AT_ReplaceRelOptions',
];

const target = {
  table: { schema: null, name: 'orders' },
  as: 'table',
  only: false,
  ifExists: false,
} as const;

describe('ALTER TABLE', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it('has a case for each subcommand', () => {
    const enums = readFileSync(require.resolve('@pgsql/types').replace(/index\.js$/, 'enums.d.ts'), 'utf8');
    const [, written = ''] = /type AlterTableType = ([^;]*);/.exec(enums) ?? [];
    const known = [...new Set([...SUBCOMMANDS.map(([type]) => type), ...INTERNAL])].sort();
    expect(known).toEqual([...written.matchAll(/"(\w+)"/g)].map(([, name]) => name).sort());
  });

  it.each(SUBCOMMANDS)('%s: %s', (type, text, action) => {
    expect(JSON.stringify(sql.parser.parseText(`ALTER TABLE orders ${text}`))).toContain(`"${type}"`);
    expect(sql.operations(`ALTER TABLE orders ${text}`)).toEqual([{ ...target, ...action }]);
  });

  it('adds a column and its constraints', () => {
    const text = `ALTER TABLE ONLY orders ADD code text DEFAULT 'x' CONSTRAINT named NOT NULL UNIQUE
      CHECK (total > 0) NOT ENFORCED CONSTRAINT orders_user REFERENCES users (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED`;
    const only = { ...target, only: true };
    expect(sql.operations(text)).toEqual([
      {
        ...only,
        kind: 'add-column',
        column: {
          ...plain,
          name: 'code',
          type: { schema: null, name: 'text', modifiers: [], arrayDimensions: 0 },
          notNull: true,
          notNullConstraint: { name: 'named', noInherit: false },
          default: { kind: 'constant', value: 'x', text: "'x'" },
        },
        ifNotExists: false,
      },
      { ...only, kind: 'add-unique', constraint: { ...unique, inlineAt: 'code' }, withColumn: true },
      {
        ...only,
        kind: 'add-check',
        constraint: {
          ...check,
          name: null,
          expression: positive,
          valid: false,
          enforced: false,
          inlineAt: 'code',
        },
        withColumn: true,
      },
      {
        ...only,
        kind: 'add-foreign-key',
        constraint: {
          ...reference,
          columns: ['code'],
          onDelete: 'cascade',
          deferrable: true,
          initiallyDeferred: true,
          inlineAt: 'code',
        },
        withColumn: true,
      },
    ]);
  });

  it('runs the subcommands in the passes of the server, within a pass as written', () => {
    const text = `ALTER TABLE orders VALIDATE CONSTRAINT v, ADD CHECK (a > 0), ADD UNIQUE (a), ADD CONSTRAINT u UNIQUE USING INDEX i,
      ALTER b SET NOT NULL, ADD a int, ALTER c SET EXPRESSION AS (1), ALTER d TYPE text, DROP e, ALTER f SET DEFAULT 1,
      ALTER g DROP NOT NULL, SET LOGGED`;
    expect(sql.operations(text).map(({ kind }) => kind)).toEqual([
      'drop-column',
      'drop-not-null',
      'alter-column-type',
      'add-column',
      'set-expression',
      'set-not-null',
      'add-unique',
      'add-unique',
      'add-check',
      'set-default',
      'validate-constraint',
      'set-logged',
    ]);
  });

  it.each([
    [
      'ALTER INDEX orders_user SET (fillfactor = 70)',
      'index',
      { kind: 'set-options', options: { fillfactor: '70' }, reset: false },
    ],
    [
      'ALTER INDEX orders_user ATTACH PARTITION p',
      'index',
      { kind: 'attach-index', index: { schema: null, name: 'p' } },
    ],
    ['ALTER INDEX orders_user ALTER COLUMN 1 SET STATISTICS 5', 'index', { kind: 'set-index-statistics' }],
    ['ALTER INDEX orders_user RENAME TO other', 'index', { kind: 'rename-table', to: 'other' }],
    [
      'ALTER INDEX orders_user DEPENDS ON EXTENSION shop',
      'index',
      { kind: 'depends-on-extension', extension: 'shop' },
    ],
    [
      'ALTER VIEW orders_user ALTER a SET DEFAULT 1',
      'view',
      { kind: 'set-default', column: 'a', default: number(1) },
    ],
    ['ALTER VIEW orders_user RENAME COLUMN a TO b', 'view', { kind: 'rename-column', column: 'a', to: 'b' }],
    [
      'ALTER MATERIALIZED VIEW orders_user SET SCHEMA shop',
      'materialized view',
      { kind: 'set-schema', schema: 'shop' },
    ],
    ['ALTER SEQUENCE orders_user SET UNLOGGED', 'sequence', { kind: 'set-logged', logged: false }],
    ['ALTER SEQUENCE orders_user OWNER TO app', 'sequence', { kind: 'change-owner', owner: 'app' }],
    [
      'ALTER FOREIGN TABLE orders_user DROP a',
      'foreign table',
      { kind: 'drop-column', column: 'a', missingOk: false, cascade: false },
    ],
    ['ALTER TABLE orders_user RENAME a TO b', 'table', { kind: 'rename-column', column: 'a', to: 'b' }],
    [
      'ALTER TABLE orders_user RENAME CONSTRAINT a TO b',
      'table',
      { kind: 'rename-constraint', constraint: 'a', to: 'b' },
    ],
    ['ALTER TABLE orders_user RENAME TO b', 'table', { kind: 'rename-table', to: 'b' }],
    ['ALTER TABLE orders_user SET SCHEMA shop', 'table', { kind: 'set-schema', schema: 'shop' }],
  ])('%s', (text, as, action) => {
    const other = { ...target, table: { schema: null, name: 'orders_user' }, as };
    expect(sql.operations(text)).toEqual([{ ...other, ...action }]);
  });

  it('IF EXISTS, with a schema', () => {
    const shop = { table: { schema: 'shop', name: 'orders' }, only: false, ifExists: true };
    expect(sql.operations('ALTER TABLE IF EXISTS shop.orders RENAME TO sales')).toEqual([
      { ...shop, as: 'table', kind: 'rename-table', to: 'sales' },
    ]);
    expect(sql.operations('ALTER VIEW IF EXISTS shop.orders SET SCHEMA archive')).toEqual([
      { ...shop, as: 'view', kind: 'set-schema', schema: 'archive' },
    ]);
    expect(sql.operations('ALTER TABLE IF EXISTS shop.orders DROP a')).toEqual([
      { ...shop, as: 'table', kind: 'drop-column', column: 'a', missingOk: false, cascade: false },
    ]);
  });
});
