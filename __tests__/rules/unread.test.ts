import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { reviewExample } from './review-example';

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

test('what could not be read may have dropped the key that seems to be in the way', () => {
  const history = 'CREATE TABLE orders (id bigint PRIMARY KEY, code text NOT NULL);';
  const add = 'ALTER TABLE orders ADD PRIMARY KEY (code);';
  const drop = "DO $$ BEGIN EXECUTE current_setting('app.drop_key'); END $$;";
  const told = (sql: string): readonly string[] =>
    reviewExample(parser, { history, sql }, 'refused-by-server').findings.map(({ message }) => message);
  expect(told(add)).toEqual(['The migration fails here: the table has a primary key (42P16)']);
  expect(told(`${drop}\n${add}`)).toEqual([]);
});
