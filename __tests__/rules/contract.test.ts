import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_DOCS } from '../../src/rules/docs.generated';
import { RULES } from '../../src/rules/registry.generated';
import ids from '../../fixtures/rules/ids.json';

test('every rule is one of the catalogue, once, and stands in the folder of its group', () => {
  expect(RULES.map((rule) => rule.id).filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  const strays = RULES.filter(
    (rule) => !existsSync(join(__dirname, '../../src/rules', rule.group, `${rule.id}.ts`)),
  );
  expect(strays.map((rule) => rule.id)).toEqual([]);
});

test('titles are claims without a full stop, prose is there', () => {
  const wrong = RULES.filter((rule) => {
    const docs = RULE_DOCS[rule.id];
    return (
      docs === undefined ||
      docs.problem.length < 40 ||
      docs.solution.length < 20 ||
      /[.!]$/.test(rule.title) ||
      rule.title.length > 100
    );
  });
  expect(wrong.map((rule) => rule.id)).toEqual([]);
});
