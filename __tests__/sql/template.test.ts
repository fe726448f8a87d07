import { isPlaceholder } from '../../src/sql/placeholder';
import { cleanQuotedNames, cleanTemplates } from '../../src/sql/template';

/** The mark is invisible in print, so the expectations show it as a circle. */
function cleaned(text: string): string {
  return cleanTemplates(text).text.replaceAll('\uE000', '○');
}

describe('cleanTemplates', () => {
  it.each([
    ['SELECT * FROM :schema.orders', 'SELECT * FROM ○schema.orders'],
    ['SELECT :\'name\', :"column", :{?x}', 'SELECT  \'○ame\',  "○olumn", ○__x_'],
    ['ALTER TABLE :table: ADD note text', 'ALTER TABLE ○table_ ADD note text'],
    ['ALTER TABLE {{ .Schema }}.orders ADD note text', 'ALTER TABLE ○___Schema___.orders ADD note text'],
    ['ALTER TABLE {{prefix}}_orders ADD note text', 'ALTER TABLE ○_prefix___orders ADD note text'],
    ['ALTER TABLE ${schema}.orders ADD note text', 'ALTER TABLE ○_schema_.orders ADD note text'],
    [
      'SELECT @extschema@.f(), @SCHEMA_NAME@.g(), $%DB%$.h()',
      'SELECT ○extschema_.f(), ○SCHEMA_NAME_.g(), ○_DB__.h()',
    ],
    ['ALTER TABLE /* SCHEMA */."orders" ADD note text', 'ALTER TABLE ○__SCHEMA___."orders" ADD note text'],
    ['CREATE TABLE "{{schema}}"."${prefix}_t" ()', 'CREATE TABLE "○_schema__"."○_prefix__t" ()'],
    ['SELECT 1 {# a remark #}', 'SELECT 1               '],
    ['{{- $name := "x" -}} SELECT 1', '                     SELECT 1'],
    ['{{/* a remark */}}SELECT 1', '                  SELECT 1'],
  ])('cleans %s', (text, expected) => {
    expect(cleaned(text)).toBe(expected);
  });

  it.each([
    "SELECT '{{ x }}', '${x}', ':x', $$ {{ x }} :y $$ -- {{ x }}",
    'SELECT a::int, b[1:2], b[lower:upper], f(x := 1)',
    "SELECT a @> b, a @@ b, @a, a->>'x', $1",
    'SELECT a {{ b',
  ])('leaves %s', (text) => {
    expect(cleanTemplates(text)).toEqual({ text, holes: [], conditional: [] });
  });

  it('follows the branches of a template', () => {
    const text =
      '{{ if eq .A 1 }}SELECT 1;{{ else }}SELECT 2;{{ end }}SELECT 3;{% for x in y %}SELECT 4;{% endfor %}';
    const { conditional } = cleanTemplates(text);
    expect(conditional.map(({ start, end, condition }) => [text.slice(start, end), condition])).toEqual([
      ['{{ if eq .A 1 }}SELECT 1;', 'if eq .A 1'],
      ['{{ else }}SELECT 2;', 'not if eq .A 1'],
      ['{% for x in y %}SELECT 4;', 'for x in y'],
    ]);
  });

  it('tells of texts that are put in', () => {
    expect(cleanTemplates("{% include 'grants.sql' %}").holes).toEqual([
      {
        start: 0,
        end: 26,
        reason: 'template',
        detail: "{% include 'grants.sql' %} puts in a text that is not read",
      },
    ]);
  });
});

describe('cleanQuotedNames', () => {
  it('changes nothing but quoted names', () => {
    const text = 'CREATE TABLE "{{schema}}".t (a text DEFAULT \'{{x}}\')';
    const clean = cleanQuotedNames(text);
    expect(clean.replaceAll('\uE000', '○')).toBe('CREATE TABLE "○_schema__".t (a text DEFAULT \'{{x}}\')');
    expect(isPlaceholder(clean.slice(14, 24))).toBe(true);
    expect(isPlaceholder('orders')).toBe(false);
  });
});
