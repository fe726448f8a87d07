import { scopeOf, withNamed } from '../../src/action/in-scope';
import { filePath } from '../../src/sql/source';

test('globs name SQL files, whose ending may be in capitals, and no others', () => {
  const paths = ['db/1_orders.sql', 'db/2_NOTE.SQL', 'db/notes.md', 'docs/3.sql'].map(filePath);
  const found = withNamed({ sequences: [], excluded: [] }, paths, scopeOf(['db/**'], ''));
  expect(found.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path))).toEqual([
    'db/1_orders.sql',
    'db/2_NOTE.SQL',
  ]);
});
