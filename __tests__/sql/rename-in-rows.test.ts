import { renameInRows } from '../../src/sql/rename-in-rows';

test.each([
  ['NEW.a > 1', 'NEW.b > 1'],
  ['new . A IS DISTINCT FROM "old".a', 'new . b IS DISTINCT FROM "old".b'],
  ['(NEW).a OR (NEW.a).x', '(NEW).b OR (NEW.b).x'],
  ['NEW."A" = OLD.aa', 'NEW."A" = OLD.aa'],
  ["a('NEW.a') -- NEW.a", "a('NEW.a') -- NEW.a"],
  ['(NEW.x).a > s.a(1)', '(NEW.x).a > s.a(1)'],
  ['NEW.* IS DISTINCT FROM OLD.*', 'NEW.* IS DISTINCT FROM OLD.*'],
])('%s', (text, renamed) => {
  expect(renameInRows(text, 'a', 'b')).toBe(renamed);
});

test('quotes what is no plain word', () => {
  expect(renameInRows('NEW."a b" > 1', 'a b', 'c"D')).toBe('NEW."c""D" > 1');
  expect(renameInRows('NEW.a > 1', 'a', 'select')).toBe('NEW.select > 1');
});
