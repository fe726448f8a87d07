import { version } from '../../package.json';
import pc from 'picocolors';
import { didYouMean } from '../config/did-you-mean';
import { ruleOptions } from '../config/rule-options';
import { UserError } from '../config/user-error';
import { activeRules } from '../config/active-rules';
import { explanation } from '../report/explanation';
import { wrap } from '../report/table';
import { review } from '../review';
import { RULES } from '../rules/registry.generated';
import { loadParser } from '../sql/parse';
import { filePath } from '../sql/source';
import { sql } from '../tools/sql';
import { postgresVersion } from './postgres-version';
import { isAboutLocks, ruleUrl } from './rule-links';
import { isColorful } from './colors';
import type { Surroundings } from './run';
import { openWorkingCopy } from './working-copy';

/** `pgfence explain`: the page of a rule, or for SQL the locks and what they stop. */
export async function explain(
  text: string,
  options: { readonly postgres?: string },
  surroundings: Surroundings,
): Promise<number> {
  const rule = RULES.find((candidate) => candidate.id === text.trim());
  if (rule !== undefined) {
    await surroundings.out(await explainRule(rule, surroundings));
    return 0;
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(text.trim())) {
    throw new UserError(
      `there is no rule "${text.trim()}"${didYouMean(
        text.trim(),
        RULES.map(({ id }) => id),
      )}`,
    );
  }
  await surroundings.out(await explainSql(text, options.postgres ?? null, surroundings));
  return 0;
}

async function explainRule(rule: (typeof RULES)[number], surroundings: Surroundings): Promise<string> {
  const { RULE_DOCS } = await import('../rules/docs.generated');
  const docs = RULE_DOCS[rule.id];
  const { bold, dim, green } = colorsOf(surroundings);
  const width = Math.min(Math.max(columnsOf(surroundings), 60), 100);
  const prose = (text: string): string =>
    text
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => wrap(paragraph.replace(/\n/g, ' '), width, Number.POSITIVE_INFINITY).join('\n'))
      .join('\n\n');
  const example = docs?.reported[0];
  const code = example === undefined ? [] : [example.sql].flat().join('\n').split('\n');
  const said = example === undefined ? '' : [example.message].flat().join('\n');
  return [
    `${bold(rule.id)}  ${dim(`${rule.severity}, ${rule.group}`)}`,
    prose(`${rule.title}.`),
    '',
    prose(docs?.problem ?? ''),
    '',
    bold(green('The safe way')),
    prose(docs?.solution ?? ''),
    ...(code.length === 0
      ? []
      : ['', bold('Reported'), ...code.map((line) => `  ${line}`), '', prose(`${said}.`)]),
    '',
    dim(`Accept it with a reason:  -- pgfence allow ${rule.id}: why`),
    dim(ruleUrl(rule.id)),
    '',
  ].join('\n');
}

function colorsOf({ environment, colors }: Surroundings): ReturnType<typeof pc.createColors> {
  return pc.createColors(isColorful(environment, colors));
}

function columnsOf({ environment, columns }: Surroundings): number {
  return Number(environment['COLUMNS']) || columns;
}

async function explainSql(
  text: string,
  postgres: string | null,
  surroundings: Surroundings,
): Promise<string> {
  const path = filePath('statement.sql');
  const source = { path, text };
  const { major, minor } = postgresVersion(postgres, openWorkingCopy(surroundings.cwd).tree);
  const report = review({
    parser: await loadParser(),
    major,
    sequences: [
      {
        sequence: '',
        complete: false,
        migrations: [
          {
            facts: {
              path,
              source,
              tool: 'sql',
              sequence: '',
              direction: 'up',
              status: 'unknown',
              previousPath: null,
              version: null,
              transaction: 'none',
            },
            extract: () =>
              sql.extract(source, {
                direction: 'up',
                path,
                tree: { paths: [], read: () => null },
                transaction: 'none',
                javascript: null,
              }),
            judged: { isChanged: () => true, base: null },
          },
        ],
      },
    ],
    knownChangeSet: false,
    historySource: 'none',
    scope: 'paths',
    rules: activeRules(RULES, undefined, 'default'),
    knownRules: new Set(RULES.map(({ id }) => id)),
    options: ruleOptions({}, minor),
    gate: { failOn: 'never', gates: false, unchanged: false },
    version,
    notes: [],
  });
  return explanation(report, {
    ruleUrl,
    columns: columnsOf(surroundings),
    quiet: false,
    colors: colorsOf(surroundings),
    isAboutLocks,
  });
}
