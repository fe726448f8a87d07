import { RULE_DOCS } from '../../src/rules/docs.generated';
import { RULES } from '../../src/rules/registry.generated';
import { loadParser } from '../../src/sql/parse';
import type { Parser } from '../../src/sql/parse';
import { reviewExample } from './review-example';

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

describe.each(RULES.filter((rule) => rule.on !== 'pipeline').map((rule) => [rule.id] as const))(
  '%s',
  (id) => {
    const docs = RULE_DOCS[id];

    test('has examples of both kinds', () => {
      expect(docs?.reported.length).toBeGreaterThan(0);
      expect(docs?.accepted.length).toBeGreaterThan(0);
    });

    test.each((docs?.reported ?? []).map((example) => [oneLine(example.sql), example] as const))(
      'reports %s',
      (_, example) => {
        const report = reviewExample(parser, example, id);
        const messages = report.findings.map((finding) => finding.message);
        expect(messages).toEqual(typeof example.message === 'string' ? [example.message] : example.message);
        expect(report.migrations.flatMap(({ gaps }) => gaps)).toEqual([]);
      },
    );

    test.each((docs?.accepted ?? []).map((example) => [example.why, example] as const))(
      'accepts: %s',
      (_, example) => {
        const report = reviewExample(parser, example, id);
        expect(report.findings.map((finding) => finding.message)).toEqual([]);
        expect(report.migrations.flatMap(({ gaps }) => gaps)).toEqual([]);
      },
    );
  },
);

function oneLine(sql: string | readonly string[]): string {
  return (typeof sql === 'string' ? sql : sql.join(' ⏎ ')).replace(/\s+/g, ' ').slice(0, 100);
}
