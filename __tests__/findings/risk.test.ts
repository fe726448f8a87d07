import { RISKS, atLeastRisk, worstRisk } from '../../src/findings/finding';
import type { Risk } from '../../src/findings/finding';
import type { Report } from '../../src/findings/report';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { reviewExample } from '../rules/review-example';

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

const HISTORY = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id bigint, note text, quantity int, total int CONSTRAINT total_check CHECK (total > 0) NOT VALID);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE MATERIALIZED VIEW totals AS SELECT total FROM orders;
CREATE UNIQUE INDEX totals_idx ON totals (total);`;
const BOUNDED = "SET LOCAL lock_timeout = '1s';\n";
const TRIGGER = 'CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();';

/** The risk of the statement that takes the first lock. */
function riskOf(sql: string, transaction: 'file' | 'none' = 'file'): Risk {
  const report = reviewExample(parser, { history: HISTORY, sql, transaction }, []);
  const steps = report.migrations[0]?.steps ?? [];
  const first = steps.find(({ step }) => step.locks.length > 0);
  return first?.risk ?? 'safe';
}

describe('what is stopped, for how long', () => {
  test.each<[string, string, string, Risk, ('file' | 'none')?]>([
    ['neither', 'a moment, bounded', `${BOUNDED}COMMENT ON TABLE orders IS 'x';`, 'safe'],
    ['neither', 'a moment, unbounded', "COMMENT ON TABLE orders IS 'x';", 'safe'],
    ['neither', 'a scan', 'ALTER TABLE orders VALIDATE CONSTRAINT total_check;', 'safe'],
    ['neither', 'an index build', 'CREATE INDEX CONCURRENTLY note_idx ON orders (note);', 'safe', 'none'],
    ['neither', 'a rewrite', "COMMENT ON TABLE users IS 'x';\nREFRESH MATERIALIZED VIEW totals;", 'safe'],
    ['writes', 'a moment, bounded', `${BOUNDED}${TRIGGER}`, 'low'],
    ['writes', 'a moment, unbounded', TRIGGER, 'medium'],
    ['writes', 'a scan', 'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;', 'high'],
    ['writes', 'an index build', 'CREATE INDEX note_idx ON orders (note);', 'high'],
    ['writes', 'a rewrite', `${TRIGGER}\nREFRESH MATERIALIZED VIEW totals;`, 'high'],
    ['reads and writes', 'a moment, bounded', `${BOUNDED}ALTER TABLE orders ADD COLUMN tax int;`, 'low'],
    ['reads and writes', 'a moment, unbounded', 'ALTER TABLE orders ADD COLUMN tax int;', 'medium'],
    ['reads and writes', 'a scan', 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;', 'high'],
    ['reads and writes', 'an index build', 'ALTER TABLE orders ADD UNIQUE (note);', 'critical'],
    ['reads and writes', 'a rewrite', 'ALTER TABLE orders ALTER COLUMN quantity TYPE bigint;', 'critical'],
  ])('%s stopped for %s', (_stopped, _held, sql, risk, transaction = 'file') => {
    expect(riskOf(sql, transaction)).toBe(risk);
  });

  test('until the end of the transaction, through the work of later statements', () => {
    const alter = 'ALTER TABLE orders ADD COLUMN tax int;\n';
    expect(riskOf(`${alter}UPDATE users SET id = id + 1;`)).toBe('critical');
    expect(riskOf(`${alter}UPDATE users SET id = id + 1;`, 'none')).toBe('medium');
    expect(riskOf(`${alter}REFRESH MATERIALIZED VIEW totals;`)).toBe('critical');
    expect(riskOf(`${alter}UPDATE orders SET tax = 1 WHERE note IS NULL;`)).toBe('critical');
    expect(riskOf(`${alter}INSERT INTO users SELECT id FROM orders WHERE total > 0;`)).toBe('critical');
    expect(riskOf(`${alter}UPDATE orders SET tax = 1 WHERE id = 3;`)).toBe('medium');
    expect(riskOf(`${alter}SELECT count(*) FROM users;`)).toBe('high');
    expect(riskOf(`${alter}SELECT note FROM orders WHERE id = 3;`)).toBe('medium');
  });

  test('a table stands still for the write of all rows of another one, which is no rewrite', () => {
    const sql = 'ALTER TABLE orders ADD COLUMN tax int;\nUPDATE users SET id = id + 1;';
    const report = reviewExample(parser, { history: HISTORY, sql, transaction: 'file' }, []);
    expect(report.migrations[0]?.steps.map(({ held }) => held)).toEqual(['unbounded write', null]);
  });

  test('a key of a table that is new and empty asks for no row of the other end', () => {
    const make = 'CREATE TABLE carts (user_id bigint);\n';
    const key = 'ALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users;';
    expect(riskOf(`${make}${key}`)).toBe('medium');
    const filled = { history: HISTORY, sql: `${make}INSERT INTO carts VALUES (1);\n${key}` };
    expect(reviewExample(parser, filled, []).migrations[0]?.steps.at(-1)?.risk).toBe('high');
  });

  test('tables that are new stop nobody', () => {
    const sql = 'CREATE TABLE carts (id int);\nALTER TABLE carts ALTER COLUMN id TYPE bigint;';
    const report = reviewExample(parser, { sql }, []);
    expect(report.migrations[0]?.steps.map(({ risk }) => risk)).toEqual(['safe', 'safe']);
  });
});

test('risks have an order', () => {
  expect(RISKS).toEqual(['safe', 'low', 'medium', 'high', 'critical']);
  const order = RISKS.map((risk) => RISKS.filter((other) => atLeastRisk(risk, other)).length);
  expect(order).toEqual([1, 2, 3, 4, 5]);
  expect(worstRisk(['low', 'critical', 'medium'])).toBe('critical');
  expect(worstRisk([])).toBe('safe');
});

describe('configuration bounds the risk of a finding', () => {
  function told(sql: string, rule: string, severity?: string): unknown {
    const options = severity === undefined ? {} : { rules: { [rule]: severity } };
    const report: Report = reviewExample(parser, { history: HISTORY, sql, options }, rule);
    return report.findings.map((finding) => `${finding.severity} ${finding.risk}`);
  }
  const BUILD = 'CREATE INDEX note_idx ON orders (note);';
  const NESTED = 'BEGIN;\nCREATE TABLE carts (id int);\nCOMMIT;';

  test.each([
    [undefined, ['error high']],
    ['notice', ['notice low']],
    ['warning', ['warning medium']],
    ['error', ['error high']],
    ['off', []],
  ])('a lock rule that is %s', (severity, expected) => {
    expect(told(BUILD, 'create-index-not-concurrent', severity)).toEqual(expected);
  });

  test.each([
    [undefined, ['warning medium']],
    ['notice', ['notice low']],
    ['error', ['error high']],
    ['off', []],
  ])('an effect rule that is %s', (severity, expected) => {
    expect(told(NESTED, 'transaction-nesting', severity)).toEqual(expected);
  });

  test('error does not lower what is worse', () => {
    const sql = 'ALTER TABLE orders ADD COLUMN tax int;\nREFRESH MATERIALIZED VIEW totals;';
    expect(told(sql, 'missing-lock-timeout')).toEqual(['notice critical']);
    expect(told(sql, 'missing-lock-timeout', 'error')).toEqual(['error critical']);
  });
});

test('the way back is capped at low', () => {
  const report = reviewExample(
    parser,
    { history: HISTORY, sql: 'ALTER TABLE orders ALTER COLUMN quantity TYPE bigint;', direction: 'down' },
    'all',
  );
  expect(report.migrations[0]?.steps.map(({ risk }) => risk)).toEqual(['low']);
  expect(new Set(report.findings.map(({ risk }) => risk))).toEqual(new Set(['low']));
});
