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
    ['maps in maps', Array.from({ length: 2000 }, (_line, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['braces in braces', `a: ${'{a: '.repeat(MANY / 10)}${'}'.repeat(MANY / 10)}`],
    ['brackets in brackets', `a: ${'['.repeat(MANY / 10)}${']'.repeat(MANY / 10)}`],
  ])('YAML with %s is read as far as a changelog goes', (_what, text) => {
    expect(readYaml(text)).toBeInstanceOf(Object);
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
