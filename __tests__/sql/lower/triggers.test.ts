import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain, shop, positive, restrict, cascade, nothing, trigger } from './values';

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  [
    "CREATE TRIGGER t BEFORE UPDATE OF a, b OR DELETE ON shop.orders FOR EACH ROW WHEN (total > 0) EXECUTE FUNCTION shop.f('x', 1)",
    {
      ...trigger,
      table: shop('orders'),
      row: true,
      timing: 'before',
      events: ['update', 'delete'],
      columns: ['a', 'b'],
      when: { text: 'total > 0', expression: positive },
      function: shop('f'),
      args: ['x', '1'],
    },
  ],
  [
    'CREATE CONSTRAINT TRIGGER t AFTER INSERT ON orders FROM users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE PROCEDURE f()',
    {
      ...trigger,
      constraint: true,
      deferrable: true,
      initiallyDeferred: true,
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
    'CREATE TRIGGER t AFTER UPDATE ON orders REFERENCING NEW TABLE AS "After" OLD TABLE before WHEN ((total /* all */ > 0) -- more\n) EXECUTE FUNCTION f()',
    {
      ...trigger,
      events: ['update'],
      transitions: { old: 'before', new: 'After' },
      when: { text: '(total /* all */ > 0)', expression: positive },
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
      conditional: false,
      readsOld: false,
      rowColumns: [],
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
    { kind: 'alter-policy', policy: 'p', table: plain('orders'), roles: ['app'], using: null, check: null },
  ],
  ['DROP POLICY p ON shop.orders', { kind: 'drop-policy', policy: 'p', table: shop('orders'), ...restrict }],
  [
    'ALTER POLICY p ON orders RENAME TO q',
    { kind: 'rename-policy', policy: 'p', table: plain('orders'), to: 'q' },
  ],
];

describe('triggers, rules and policies', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });

  it('keeps no text of a WHEN that is one of several', () => {
    const trigger = 'CREATE TRIGGER t AFTER UPDATE ON orders WHEN (total > 0) EXECUTE FUNCTION f()';
    const made = sql.operations(`CREATE SCHEMA shop ${trigger} ${trigger}`);
    const texts = made.flatMap((each) => (each.kind === 'create-trigger' ? [each.when?.text] : []));
    expect(texts).toEqual(['', '']);
  });
});
