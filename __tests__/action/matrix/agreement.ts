import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonReport } from '../../../src/report/json-report';
import type { Outcome } from '../run-action';
import type { Scenario } from '../scenario';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../docs/report.schema.json'), 'utf8'),
) as object;
const validate = addFormats(new Ajv({ strict: false })).compile(schema);

/** Where the outputs of a run do not agree: with the published schema, or with one another. What one of them says whole is tested elsewhere. */
export function disagreements(run: Outcome, at: Scenario): readonly string[] {
  const text = run.files['report.json'];
  if (text === undefined)
    return run.status === 2 || run.outputs['report-path'] === undefined ? [] : ['no report'];
  const report = JSON.parse(text) as JsonReport;
  return [
    ...(validate(report) ? [] : [`the report: ${JSON.stringify(validate.errors)}`]),
    ...countsOf(report)
      .filter(([name, value]) => run.outputs[name] !== value)
      .map(([name]) => `the output ${name}`),
    ...(hasSameText(run, at) ? [] : ['the comment is not that of comment-path']),
    ...(summaryOf(run) === run.summary ? [] : ['the summary is not the comment']),
  ];
}

function countsOf({ migrations, summary }: JsonReport): readonly (readonly [string, string])[] {
  const open = migrations
    .flatMap(({ statements, findings }) => [...findings, ...statements.flatMap((one) => one.findings)])
    .filter(({ suppressed }) => suppressed === undefined);
  const of = (risk: string): string => String(open.filter((finding) => finding.risk === risk).length);
  return [
    ['risk', summary.risk],
    ['findings', String(open.length)],
    ['critical', of('critical')],
    ['high', of('high')],
    ['medium', of('medium')],
    ['low', of('low')],
    ['gaps', String(summary.gaps)],
    ['files-analyzed', String(migrations.length)],
    ['statements-analyzed', String(migrations.flatMap(({ statements }) => statements).length)],
  ];
}

/** A comment that a run makes is the text of its file below the two hidden lines. */
function hasSameText({ channels, files }: Outcome, { state }: Scenario): boolean {
  if (channels['comment']?.['outcome'] !== 'created') return true;
  const made = state.comments.find(({ id }) => id === channels['comment']?.['id']);
  return made?.body.split('\n').slice(2).join('\n') === files['comment.md'];
}

function summaryOf({ files, outputs, summary }: Outcome): string {
  // Without a migration the summary says what was looked for.
  if (outputs['files-analyzed'] === '0')
    return summary.startsWith('pgfence found no migration ') ? summary : '';
  return `${(files['comment.md'] ?? '').replace(' · this comment is updated in place', '')}\n`;
}
