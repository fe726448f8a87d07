import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/findings/report';
import { RULES } from '../../src/rules/registry.generated';
import type { Transaction } from '../../src/sql/fragment';
import type { Parser } from '../../src/sql/parse';
import { loadParser } from '../../src/sql/parse';
import { reviewExample } from './review-example';

/** A short migration as people write them, with the hazards that it has; none: it is safe, up to notices. */
interface Case {
  readonly sql: string;
  readonly hazards: readonly string[];
  /** Complete; without one nothing is known of the database. */
  readonly history?: string;
  /** Absent, nobody knows what the runner does. */
  readonly transaction?: Transaction;
  readonly postgres?: number;
  /** Hazards among those that configuration has to ask for. */
  readonly optIn?: true;
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/cases/short.json'), 'utf8'),
) as readonly Case[];
const EVERY_RULE = RULES.map(({ id }) => id);

let parser: Parser;
beforeAll(async () => {
  parser = await loadParser();
});

test('there are hazards and safe forms, each of them once', () => {
  expect(CASES.filter(({ hazards }) => hazards.length > 0).length).toBeGreaterThan(200);
  expect(CASES.filter(({ hazards }) => hazards.length === 0).length).toBeGreaterThan(80);
  expect(new Set(CASES.map((each) => JSON.stringify(each))).size).toBe(CASES.length);
});

test.each(CASES.map((each) => [oneLine(each), each] as const))('%s', (_, each) => {
  const { sql, hazards, history, transaction = 'unknown', postgres, optIn } = each;
  const report = reviewExample(
    parser,
    {
      sql,
      transaction,
      ...(history === undefined ? { completeHistory: false } : { history }),
      ...(postgres === undefined ? {} : { postgres }),
    },
    optIn === true ? EVERY_RULE : 'all',
  );
  const said = [...report.findings.map(({ rule }) => rule), ...gapsOf(report)];
  if (hazards.length > 0) expect(said).toEqual(expect.arrayContaining([...hazards]));
  else {
    const loud = report.findings.filter(({ severity }) => severity !== 'notice').map(({ rule }) => rule);
    expect([...loud, ...gapsOf(report)]).toEqual([]);
  }
});

function gapsOf({ migrations }: Report): readonly string[] {
  return migrations.flatMap(({ gaps }) =>
    gaps.map(({ gap }) => (gap.reason === 'syntax-error' ? 'syntax-error' : 'unread-sql')),
  );
}

function oneLine({ sql, hazards, transaction = 'unknown', postgres = 18, history }: Case): string {
  const verdict = hazards.length === 0 ? 'safe' : hazards.join(', ');
  const where = `${transaction}, ${String(postgres)}, ${history === undefined ? 'alone' : 'with history'}`;
  return `${verdict}: ${sql.replace(/\s+/g, ' ')} (${where})`;
}
