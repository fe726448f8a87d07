import * as yaml from 'yaml';
import { elementOf } from '../../src/tools/liquibase/element';
import { readXml } from '../../src/tools/liquibase/xml';
import { readYaml } from '../../src/tools/liquibase/yaml';

const MANY = 100_000;

describe('changelogs of a stranger', () => {
  it.each([
    ['elements in elements, closed by others', '<a>'.repeat(MANY) + '</b>'.repeat(MANY)],
    ['comments that never end', '<!--'.repeat(MANY)],
    ['sections that never end', '<![CDATA['.repeat(MANY)],
    ['attributes that never end', '<a b="'.repeat(MANY)],
  ])('XML with %s is read at once', (_what, text) => {
    expect(readXml(text).children.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['lists in lists', `${'- '.repeat(MANY)}a`],
    ['keys in keys', `${'? '.repeat(MANY)}a`],
    ['maps in maps', Array.from({ length: 2000 }, (_line, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['braces in braces', `a: ${'{a: '.repeat(MANY / 10)}${'}'.repeat(MANY / 10)}`],
    ['brackets in brackets', `a: ${'['.repeat(MANY / 10)}${']'.repeat(MANY / 10)}`],
    ['brackets over lines', `a:\n${' [\n'.repeat(MANY / 10)}`],
    ['more text than changelogs have', `a: |\n${' some text\n'.repeat(MANY)}`],
  ])('YAML with %s is not read', (_what, text) => {
    expect(readYaml(yaml, text)).toBeUndefined();
  });

  it('aliases of YAML unfold no further than changelogs go', () => {
    const names = [...'abcdefghij'];
    const lines = names.map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(index === 0 ? 'x' : `*${names[index - 1] ?? ''}`)
          .join(', ')}]`,
    );
    expect(readYaml(yaml, lines.join('\n'))).toBeInstanceOf(Object);
    expect(readYaml(yaml, 'a: &a [*a]\nb: *b')).toEqual({ a: [undefined], b: undefined });
  });

  it('JSON is followed no deeper', () => {
    const value: unknown = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    let depth = 0;
    for (let at = elementOf('', value).children[0]; at !== undefined; at = at.children[0]) depth += 1;
    expect(depth).toBe(100);
  });
});

test('what is between elements is left out, whatever it holds', () => {
  const text =
    '<?xml version="1.0"?><!DOCTYPE a><a><!-- <b/> --><c d="1&lt;2"/><![CDATA[<e>]]><x:f g=\'h\'></x:f></a>';
  const [root] = readXml(text).children;
  expect(root?.children.map(({ name, attributes }) => [name, ...attributes.values()])).toEqual([
    ['c', '1<2'],
    ['f', 'h'],
  ]);
});

test('YAML is read in all its styles', () => {
  const text = `
x-base: &base
  relativeToChangelogFile: true
databaseChangeLog:
  - changeSet:
      id: 1
      author: some
        long name
      comment: >-
        text: here
          - include: no
      changes:
        - sqlFile: { path: 'it''s.sql', endDelimiter: "\\nGO", <<: *base }
  - include:
      <<: *base
      file: classpath:db/a.sql # a comment
  - { include: {
      file: b.sql } }
`;
  expect(readYaml(yaml, text)).toEqual({
    'x-base': { relativeToChangelogFile: true },
    databaseChangeLog: [
      {
        changeSet: {
          id: 1,
          author: 'some long name',
          comment: 'text: here\n  - include: no',
          changes: [{ sqlFile: { path: "it's.sql", endDelimiter: '\nGO', relativeToChangelogFile: true } }],
        },
      },
      { include: { relativeToChangelogFile: true, file: 'classpath:db/a.sql' } },
      { include: { file: 'b.sql' } },
    ],
  });
});

test('what is broken in YAML is read as far as it goes', () => {
  expect(readYaml(yaml, 'databaseChangeLog:\n  - include:\n      file: a.sql\n  - "')).toEqual({
    databaseChangeLog: [{ include: { file: 'a.sql' } }, ''],
  });
});
