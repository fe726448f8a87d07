import { analyze } from '../../src/analysis/analyze';
import { lookUp } from '../../src/analysis/look-up';
import { emptySession } from '../../src/analysis/session';
import { verbatimFragment } from '../../src/sql/fragment';
import { lower } from '../../src/sql/lower/lower';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { filePath } from '../../src/sql/source';

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

/** Of each INSERT the relations that it locks, with `new` where nobody can have used them. */
function locksOfInserts(...migrations: readonly string[]): readonly (readonly string[])[] {
  const read = migrations.map((text, index) => ({
    items: parser.parse(verbatimFragment({ path: filePath(`${index}.sql`), text }, 'none')),
    transaction: 'none' as const,
  }));
  const { steps } = analyze(
    emptySession(18, false),
    read,
    { lower: (statement) => lower(statement, parser), lookUp },
    { knownChangeSet: false, historyIsWhole: false },
  );
  return steps
    .filter(({ statement }) => statement.text.startsWith('INSERT'))
    .map(({ locks }) => locks.map(({ relation, isNew }) => `${relation.name}${isNew ? ' new' : ''}`));
}

const TABLES = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint, user_id bigint REFERENCES users (id));`;

describe('INSERTs that come again', () => {
  it('look up the key only where it has a value', () => {
    const none = ['public.orders'];
    const user = ['public.orders', 'public.users', 'public.users_pkey'];
    expect(
      locksOfInserts(
        `${TABLES}
        INSERT INTO orders (id, user_id) VALUES (1, 1);
        INSERT INTO orders (id, user_id) VALUES (2, NULL);
        INSERT INTO orders (id, user_id) VALUES (3, 2);
        INSERT INTO orders (id, user_id) VALUES (4, NULL), (5, 3);
        INSERT INTO orders (id, user_id) VALUES (6, NULL);
        INSERT INTO orders (id) VALUES (7);
        INSERT INTO orders VALUES (8, 4);`,
      ),
    ).toEqual([user, none, user, user, none, none, user]);
  });

  it('meet the catalog of their time', () => {
    expect(
      locksOfInserts(
        `CREATE TABLE orders (id bigint);
        INSERT INTO orders VALUES (1);
        CREATE TABLE users (id bigint PRIMARY KEY);
        ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES users;
        INSERT INTO orders VALUES (2);`,
      ),
    ).toEqual([['public.orders'], ['public.orders', 'public.users', 'public.users_pkey']]);
  });

  it('write to new tables only in the transaction that makes them', () => {
    expect(
      locksOfInserts(
        `BEGIN;
        CREATE TABLE orders (id bigint);
        INSERT INTO orders (id) VALUES (1);
        INSERT INTO orders (id) VALUES (2);
        COMMIT;
        INSERT INTO orders (id) VALUES (3);
        INSERT INTO orders (id) VALUES (4);`,
      ),
    ).toEqual([['public.orders new'], ['public.orders new'], ['public.orders'], ['public.orders']]);
  });

  it('go to the partition that their values say', () => {
    expect(
      locksOfInserts(
        `CREATE TABLE orders (id bigint) PARTITION BY LIST (id);
        CREATE TABLE orders_1 PARTITION OF orders FOR VALUES IN (1);
        CREATE TABLE orders_2 PARTITION OF orders FOR VALUES IN (2);
        INSERT INTO orders (id) VALUES (1);
        INSERT INTO orders (id) VALUES (2);`,
      ),
    ).toEqual([
      ['public.orders', 'public.orders_1'],
      ['public.orders', 'public.orders_2'],
    ]);
  });

  it('find another table of the name by another search path', () => {
    expect(
      locksOfInserts(
        `CREATE SCHEMA shop;
        CREATE TABLE orders (id bigint);
        CREATE TABLE shop.orders (id bigint);
        INSERT INTO orders (id) VALUES (1);
        SET search_path = shop;
        INSERT INTO orders (id) VALUES (2);`,
      ),
    ).toEqual([['public.orders'], ['shop.orders']]);
  });
});
