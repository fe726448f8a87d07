import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { one } from './values';
import { textLowering } from './lower-text';

const set = (name: string, value: string | null, local = false): Operation => ({
  kind: 'set',
  name,
  value,
  local,
});

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  ['BEGIN', { kind: 'begin', readOnly: false }],
  ['START TRANSACTION READ ONLY', { kind: 'begin', readOnly: true }],
  ['BEGIN READ WRITE', { kind: 'begin', readOnly: false }],
  ['END', { kind: 'commit', chain: false }],
  ['COMMIT AND CHAIN', { kind: 'commit', chain: true }],
  ['ABORT', { kind: 'rollback', chain: false }],
  ['SAVEPOINT a', { kind: 'savepoint', name: 'a' }],
  ['RELEASE a', { kind: 'release-savepoint', name: 'a' }],
  ['ROLLBACK TO a', { kind: 'rollback-to-savepoint', name: 'a' }],
  ["PREPARE TRANSACTION 'x'", { kind: 'prepare-transaction', name: 'x' }],
  ["COMMIT PREPARED 'x'", { kind: 'commit-prepared', name: 'x' }],
  ["ROLLBACK PREPARED 'x'", { kind: 'rollback-prepared', name: 'x' }],
  ["SET Lock_Timeout = '5s'", set('lock_timeout', '5s')],
  ['SET LOCAL statement_timeout TO 5000', set('statement_timeout', '5000', true)],
  ['SET search_path TO shop, "$user", public', set('search_path', 'shop, $user, public')],
  ['SET x = on', set('x', 'on')],
  ['SET x = true', set('x', 'true')],
  ['SET x = 1.5', set('x', '1.5')],
  ['SET x TO DEFAULT', set('x', null)],
  ["SET TIME ZONE 'UTC'", set('timezone', 'UTC')],
  ["SET TIME ZONE INTERVAL '1' HOUR", set('timezone', '1')],
  ['SET TIME ZONE LOCAL', set('timezone', null)],
  ['SET ROLE app', set('role', 'app')],
  ['SET ROLE NONE', set('role', 'none')],
  ['SET SESSION AUTHORIZATION app', set('session_authorization', 'app')],
  ["SET SCHEMA 'shop'", set('search_path', 'shop')],
  ["SET NAMES 'UTF8'", set('client_encoding', 'UTF8')],
  ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', { kind: 'set-transaction', session: false }],
  ['SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY', { kind: 'set-transaction', session: true }],
  ['RESET lock_timeout', { kind: 'reset', name: 'lock_timeout' }],
  ['RESET ALL', { kind: 'reset', name: null }],
  ['RESET ROLE', { kind: 'reset', name: 'role' }],
  ['SHOW lock_timeout', { kind: 'show', name: 'lock_timeout' }],
  ['DISCARD TEMP', { kind: 'discard', what: 'temporary' }],
  ['DISCARD ALL', { kind: 'discard', what: 'all' }],
  ['SET CONSTRAINTS ALL DEFERRED', { kind: 'set-constraints', constraints: [], deferred: true }],
  [
    'SET CONSTRAINTS a, shop.b IMMEDIATE',
    { kind: 'set-constraints', constraints: ['a', 'shop.b'], deferred: false },
  ],
  ['LISTEN x', { kind: 'listen', channel: 'x' }],
  ['UNLISTEN *', { kind: 'unlisten', channel: '*' }],
  ["NOTIFY x, 'y'", { kind: 'notify', channel: 'x' }],
  ["LOAD 'x'", { kind: 'load', library: 'x' }],
  ['CHECKPOINT', { kind: 'checkpoint' }],
  ["ALTER SYSTEM SET work_mem = '1MB'", { kind: 'alter-system', setting: 'work_mem' }],
  ['ALTER SYSTEM RESET ALL', { kind: 'alter-system', setting: null }],
  [
    "ALTER ROLE app SET lock_timeout = '5s'",
    { kind: 'set-for-later', of: 'role', name: 'app', setting: 'lock_timeout', value: '5s' },
  ],
  [
    'ALTER ROLE ALL IN DATABASE shop RESET ALL',
    { kind: 'set-for-later', of: 'role', name: null, setting: null, value: null },
  ],
  [
    'ALTER DATABASE shop SET lock_timeout TO DEFAULT',
    { kind: 'set-for-later', of: 'database', name: 'shop', setting: 'lock_timeout', value: null },
  ],
  ['EXECUTE plan(1)', { kind: 'execute', name: 'plan' }],
  ['DEALLOCATE plan', { kind: 'deallocate', name: 'plan' }],
  ['DEALLOCATE ALL', { kind: 'deallocate', name: null }],
  ['FETCH 5 FROM c', { kind: 'cursor', command: 'fetch', cursor: 'c' }],
  ['MOVE c', { kind: 'cursor', command: 'move', cursor: 'c' }],
  ['CLOSE ALL', { kind: 'cursor', command: 'close', cursor: '*' }],
  [
    'CALL shop.archive(1)',
    {
      kind: 'call',
      procedure: { schema: 'shop', name: 'archive' },
      args: [{ kind: 'constant', value: 1, text: '1' }],
    },
  ],
];

describe('sessions', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });

  it('EXPLAIN, PREPARE and DECLARE hold what they would run', () => {
    const deletion = sql.operations('DELETE FROM orders');
    expect(sql.operations('EXPLAIN (ANALYZE, BUFFERS) DELETE FROM orders')).toEqual([
      { kind: 'explain', analyze: true, operations: deletion },
    ]);
    expect(sql.operations('EXPLAIN (ANALYZE off) DELETE FROM orders')).toEqual([
      { kind: 'explain', analyze: false, operations: deletion },
    ]);
    expect(sql.operations('PREPARE plan (int) AS DELETE FROM orders')).toEqual([
      { kind: 'prepare', name: 'plan', operations: deletion },
    ]);
    expect(sql.operations('DECLARE c CURSOR WITH HOLD FOR SELECT 1')).toEqual([
      {
        kind: 'declare-cursor',
        cursor: 'c',
        hold: true,
        query: one,
      },
    ]);
  });
});
