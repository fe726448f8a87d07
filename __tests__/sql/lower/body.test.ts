import type { Body } from '../../../src/postgres/body';
import { outline } from './body-outline';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';

describe('bodies', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  const bodyOf = (text: string): Body => {
    const [operation] = sql.operations(text);
    if (operation?.kind === 'do-block' || operation?.kind === 'create-function') return operation.body;
    throw new Error(text);
  };
  const outlineOf = (text: string): readonly string[] => outline(bodyOf(text), text);
  const plpgsql = (body: string, declare = ''): readonly string[] =>
    outlineOf(`DO $$ ${declare === '' ? '' : `DECLARE ${declare};`} BEGIN\n${body}\nEND $$`);

  it('statements, in their places', () => {
    expect(
      plpgsql('ALTER TABLE orders ADD a int;\nPERFORM refresh(1);\nDELETE FROM orders; DELETE FROM orders;'),
    ).toEqual([
      'sql ALTER TABLE orders ADD a int => add-column at its place',
      'sql SELECT refresh(1) => query at PERFORM refr',
      'sql DELETE FROM orders => query at its place',
      'sql DELETE FROM orders => query at its place',
      'return',
    ]);
    const [first, second] = bodyOf('DO $$ BEGIN DELETE FROM orders; DELETE FROM orders; END $$').statements;
    expect([first, second].map((each) => (each?.kind === 'sql' ? each.start : 0))).toEqual([12, 32]);
  });

  it('branches and loops', () => {
    const body = `IF n > 1 THEN DROP TABLE a; ELSIF n IS NULL THEN RETURN; ELSE RAISE NOTICE 'x'; END IF;
      CASE n WHEN 1 THEN DROP TABLE b; ELSE NULL; END CASE;
      CASE WHEN n = 1 THEN DROP TABLE c; END CASE;
      LOOP EXIT; END LOOP;
      WHILE n < 5 LOOP n := n + 1; END LOOP;
      FOR i IN 1..10 LOOP DELETE FROM orders; COMMIT; END LOOP;
      FOR r IN SELECT id FROM orders LOOP UPDATE users SET a = r.id; END LOOP;
      FOR r IN EXECUTE 'SELECT id FROM orders' LOOP ROLLBACK; END LOOP;
      FOR r IN c LOOP NULL; END LOOP;`;
    expect(plpgsql(body, 'n int; r record; c CURSOR FOR SELECT id FROM users')).toEqual([
      'if operator',
      '  sql DROP TABLE a => drop-table at its place',
      'if is-null',
      '  return',
      'else',
      'if in-list',
      '  sql DROP TABLE b => drop-table at its place',
      'else',
      'if operator',
      '  sql DROP TABLE c => drop-table at its place',
      'else',
      '  raise',
      'loop',
      'loop',
      'loop',
      '  sql DELETE FROM orders => query at its place',
      '  commit',
      'loop over query',
      '  sql UPDATE users SET a = r.id => query at its place',
      'loop over query',
      '  rollback',
      'loop over query',
      'return',
    ]);
  });

  it('blocks that catch errors', () => {
    const body = `BEGIN CREATE INDEX i ON orders (id);
      EXCEPTION WHEN duplicate_table OR SQLSTATE '42P07' THEN NULL; WHEN OTHERS THEN RAISE; END;
      BEGIN DROP TABLE a; END;
      RAISE EXCEPTION 'no %', (SELECT max(id) FROM orders);`;
    expect(plpgsql(body)).toEqual([
      'block',
      '  sql CREATE INDEX i ON orders (id) => create-index at its place',
      'when duplicate_table or 42P07',
      'when others',
      '  raise',
      'sql DROP TABLE a => drop-table at its place',
      'sql (SELECT max(id) FROM orders) => query at its place',
      'raise',
      'return',
    ]);
  });

  it('expressions that read or call something', () => {
    const declare = "n int := (SELECT count(*) FROM orders); s text := format('x'); t text";
    const body = `n := n + 1; s := lower(s); n := nextval('s'); s := set_config('lock_timeout', '1s', true);
      SELECT id INTO n FROM users; SELECT id INTO STRICT n FROM users WHERE a = 1; GET DIAGNOSTICS n = ROW_COUNT;
      ASSERT n > 1; CALL archive(1);`;
    expect(plpgsql(body, declare)).toEqual([
      'sql (SELECT count(*) FROM orders) => query at its place',
      "sql nextval('s') => query at its place",
      "sql set_config('lock_timeout', '1s', true) => query, set at its place",
      'sql SELECT id        FROM users => query at SELECT id IN',
      'sql SELECT id               FROM users WHERE a = 1 => query at SELECT id IN',
      'sql CALL archive(1) => call at its place',
      'return',
    ]);
  });

  it.each([
    ["'DROP TABLE orders'", ['executed DROP TABLE orders => drop-table at its place']],
    ["'DROP TABLE ' || 'orders'", ["executed DROP TABLE orders => drop-table at 'DROP TABLE "]],
    [
      "'DROP TABLE a; DROP TABLE b'",
      [
        'executed DROP TABLE a => drop-table at its place',
        'executed DROP TABLE b => drop-table at its place',
      ],
    ],
    ["format('DROP TABLE %I', 'Orders')", ['executed DROP TABLE "Orders" => drop-table']],
    [
      "format('DROP TABLE %1$s, %2$I; DROP TYPE %1$I', 'a', 'b')",
      ['executed DROP TABLE a, b => drop-table', 'executed DROP TYPE a => drop-type'],
    ],
    [
      "format('ALTER TABLE orders ALTER a SET DEFAULT %L', 'it''s')",
      ["executed ALTER TABLE orders ALTER a SET DEFAULT 'it''s' => set-default"],
    ],
    ["format('DROP TABLE %I', x)", ['executed DROP TABLE "?" => drop-table']],
    ["format('DROP TABLE %s', x)", ['executed DROP TABLE ? => drop-table']],
    ["'TRUNCATE ' || quote_ident(r.name)", ['executed TRUNCATE "?" => truncate']],
    ["'UPDATE orders SET a = ' || quote_literal(x)", ["executed UPDATE orders SET a = '?' => query"]],
    ["concat('DROP TABLE ', 'orders')", ['executed DROP TABLE orders => drop-table']],
    [
      "format('CREATE TABLE p PARTITION OF o FOR VALUES WITH (MODULUS %s, REMAINDER %s)', x, 1)",
      ['executed CREATE TABLE p PARTITION OF o FOR VALUES WITH (MODULUS 1, REMAINDER 1) => create-table'],
    ],
    ['known', ['executed DROP TABLE old_orders => drop-table']],
    ['x', ['unread dynamic-sql: x']],
    ["x || ' CASCADE'", ["unread dynamic-sql: x || ' CASCADE'"]],
    ["'SELECT ' || x", ["unread dynamic-sql: 'SELECT ' || x"]],
    ["'DROP TABLE'", ['unread syntax-error: syntax error at end of input']],
    ["'ALTER TABLE orders ADD COLUMN ' || x", ['unread dynamic-sql: ALTER TABLE orders ADD COLUMN ?']],
  ])('EXECUTE %s', (expression, expected) => {
    const declare = "x text; r record; known text := 'DROP TABLE old_orders'";
    const lines = plpgsql(`SELECT a INTO x FROM b; EXECUTE ${expression};`, declare).slice(1, -1);
    expect(lines.map((line, at) => line.slice(0, expected[at]?.length ?? 0))).toEqual(expected);
  });

  it('reads a loop over constants once for each', () => {
    const body =
      "FOREACH t IN ARRAY ARRAY['orders', 'users'] LOOP EXECUTE format('TRUNCATE %I', t); END LOOP;";
    const rounds = [
      "executed TRUNCATE orders => truncate at format('TRUN",
      "executed TRUNCATE users => truncate at format('TRUN",
    ];
    const names = body.replace("ARRAY['orders', 'users']", 'names');
    expect(plpgsql(body, 't text')).toEqual([...rounds, 'return']);
    expect(plpgsql(names, "t text; names text[] := '{orders,users}'")).toEqual([...rounds, 'return']);
    expect(plpgsql(body.replace('END', 'EXIT WHEN a; END'), 't text')).toEqual([
      'loop',
      ...rounds.map((each) => `  ${each}`),
      'return',
    ]);
    expect(plpgsql(names, 't text; names text[]')).toEqual([
      'loop',
      '  executed TRUNCATE "?" => truncate at format(\'TRUN',
      'return',
    ]);
  });

  it('does not read loops in loops without end', () => {
    const values = Array.from({ length: 50 }, (_, at) => `'t${at}'`).join(', ');
    const loops = ['a', 'b', 'c', 'd']
      .map((name) => `FOREACH ${name} IN ARRAY ARRAY[${values}] LOOP`)
      .join(' ');
    const body = `${loops} EXECUTE format('TRUNCATE %I', d); ${'END LOOP; '.repeat(4)}`;
    expect(plpgsql(body, 'a text; b text; c text; d text').length).toBeLessThan(3000);
  });

  it('does not let texts grow without end', () => {
    const names = Array.from({ length: 60 }, (_, at) => `v${at}`);
    const declare = `v0 text := 'x'; ${names
      .slice(1)
      .map((name, at) => `${name} text := v${at} || v${at}`)
      .join('; ')}`;
    expect(plpgsql('EXECUTE v59;', declare)).toMatchObject([
      expect.stringContaining('unread dynamic-sql: v59'),
      'return',
    ]);
  });

  it('a variable has the value of the last assignment, where each is certain to run', () => {
    expect(plpgsql("s := 'DROP TABLE a'; s := s || ' CASCADE'; EXECUTE s;", 's text')).toEqual([
      'executed DROP TABLE a CASCADE => drop-table at s;\nEND $$',
      'return',
    ]);
    expect(plpgsql("EXECUTE s; s := 'DROP TABLE b'; EXECUTE s;", "s text := 'DROP TABLE a'")).toMatchObject([
      expect.stringContaining('executed DROP TABLE a'),
      expect.stringContaining('executed DROP TABLE b'),
      'return',
    ]);
  });

  it.each([
    "s := 'DROP TABLE a'; IF now() > '2020-01-01' THEN s := 'DROP TABLE b'; END IF; EXECUTE s;",
    "s := 'DROP TABLE a'; WHILE now() > '2020-01-01' LOOP EXECUTE s; s := 'DROP TABLE b'; END LOOP;",
    "s := 'DROP TABLE a'; SELECT name INTO s FROM names; EXECUTE s;",
    "s := 'DROP TABLE a'; s := (SELECT name FROM names); EXECUTE s;",
    "s := 'DROP TABLE a'; BEGIN s := 'DROP TABLE b'; EXCEPTION WHEN others THEN NULL; END; EXECUTE s;",
  ])('a variable that may have been given another value is unknown: %s', (body) => {
    const outline = plpgsql(body, 's text').join('\n');
    expect(outline).toContain('unread dynamic-sql: s');
    expect(outline).not.toContain('executed');
  });

  it('format() quotes what SQL reserves', () => {
    expect(plpgsql("EXECUTE format('TRUNCATE %I, %I', 'order', 'orders');", 's text')).toMatchObject([
      expect.stringContaining('executed TRUNCATE "order", orders'),
      'return',
    ]);
  });

  it('functions', () => {
    expect(
      outlineOf(`CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $f$
      BEGIN new.at := now(); INSERT INTO audit VALUES (old.id); RETURN new; END $f$`),
    ).toEqual(['sql INSERT INTO audit VALUES (old.id) => query at its place', 'return']);
    expect(
      outlineOf("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'DELETE FROM orders; SELECT 1'"),
    ).toEqual(['sql DELETE FROM orders => query at its place', 'sql SELECT 1 => query at its place']);
    expect(
      outlineOf('CREATE PROCEDURE f() LANGUAGE sql BEGIN ATOMIC DELETE FROM orders; SELECT 1; END'),
    ).toHaveLength(2);
    expect(outlineOf('CREATE FUNCTION f() RETURNS int RETURN 1')).toHaveLength(1);
    expect(outlineOf("CREATE FUNCTION f() RETURNS int LANGUAGE plv8 AS 'return 1'")).toEqual([
      "unread procedural-code: a body in the language plv8 at return 1'",
    ]);
    expect(outlineOf("CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'lib', 'f'")).toEqual([]);
    expect(
      outlineOf(
        'CREATE FUNCTION f() RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT id FROM orders; END $$',
      ),
    ).toEqual(['sql SELECT id FROM orders => query at its place', 'return']);
  });

  it('what cannot be read is said', () => {
    expect(outlineOf('DO $$ BEGIN nonsense; END $$')).toEqual([
      'unread procedural-code: syntax error at or near "nonsense" at  BEGIN nonse',
    ]);
    expect(outlineOf('DO $$ BEGIN IF $$')).toMatchObject([
      expect.stringContaining('unread procedural-code: '),
    ]);
    expect(outlineOf("DO LANGUAGE plperl 'x'")).toEqual([
      "unread procedural-code: a body in the language plperl at x'",
    ]);
    expect(outlineOf("DO 'BEGIN EXECUTE ''DROP TABLE a''; END'")).toEqual([
      "executed DROP TABLE a => drop-table at DO 'BEGIN EX",
      'return',
    ]);
  });

  it('a function in a string in a block', () => {
    const text =
      "DO $a$ BEGIN EXECUTE 'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $b$ BEGIN DROP TABLE a; END $b$'; END $a$";
    const [executed] = bodyOf(text).statements;
    const [created] = executed?.kind === 'sql' ? executed.operations : [];
    expect(
      created?.kind === 'create-function'
        ? outline(created.body, executed?.kind === 'sql' ? executed.text : '')
        : [],
    ).toEqual(['sql DROP TABLE a => drop-table at its place', 'return']);
  });
});
