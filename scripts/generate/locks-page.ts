import { readerWith } from '../../__tests__/analysis/our-reading';
import type { Reading } from '../../__tests__/analysis/our-reading';
import type { Parser } from '../../src/sql/parse';
import { LOCK_SECTIONS, SCHEMA } from './lock-cases';

const MAJORS = [11, 12, 13, 14, 15, 16, 17, 18];

/** docs/locks.md: what common statements lock, stop and do, read from the effect table for each major. */
export function locksPage(parser: Parser): ReadonlyMap<string, string> {
  const read = readerWith(parser);
  const sections = LOCK_SECTIONS.map(({ title, statements }) => {
    const rows = statements.map((statement) => row(statement, (major) => read(SCHEMA, statement, major)));
    return [`## ${title}`, '', ...HEAD, ...rows, ''].join('\n');
  });
  return new Map([['docs/locks.md', [INTRODUCTION, ...sections, SCHEMA_PART].join('\n')]]);
}

const INTRODUCTION = `# What statements lock

What common statements do to other sessions, on PostgreSQL 11 to 18. This page is generated from the table that pgfence decides by,
which is tested on servers of each major. Where majors differ, they are named.

- **Locks**: the strongest mode on each relation that was there before, held to the end of the transaction.
- **Stops**: whose readers (SELECT) or writers (INSERT, UPDATE, DELETE) wait meanwhile, by whichever lock.
- **Work**: what grows with the table and is done under the locks; without an entry the locks are held for a moment, once they are granted.
- *alone*: the server refuses it in a transaction block.

The statements run on the tables at the end of the page: \`orders\` refers to \`users\`, \`events\` has two partitions, \`logs\` one and a default one.
`;

const HEAD = ['| statement | locks | stops | work |', '| --- | --- | --- | --- |'];

const SCHEMA_PART = `## The tables

\`\`\`sql
${SCHEMA.trim()}
\`\`\`
`;

function row(statement: string, read: (major: number) => Reading): string {
  const readings = MAJORS.map((major) => ({ major, cells: cellsOf(read(major)) }));
  const cells = [0, 1, 2].map((place) =>
    byMajors(readings.map(({ major, cells: own }) => [major, own[place] ?? ''])),
  );
  return `| \`${statement}\` | ${cells.join(' | ')} |`;
}

/** One text, or one for each stretch of majors that agree. */
function byMajors(texts: readonly (readonly [number, string])[]): string {
  const stretches: { from: number; to: number; readonly text: string }[] = [];
  for (const [major, text] of texts) {
    const last = stretches.at(-1);
    if (last?.text === text) last.to = major;
    else stretches.push({ from: major, to: major, text });
  }
  if (stretches.length === 1) return stretches[0]?.text ?? '';
  return stretches
    .map(({ from, to, text }) => `${from === to ? String(from) : `${String(from)}–${String(to)}`}: ${text}`)
    .join('<br>');
}

function cellsOf(reading: Reading): readonly string[] {
  if (reading.error !== null) return [`refused (${reading.error})`, '–', '–'];
  const byMode = new Map<string, string[]>();
  for (const [name, mode] of Object.entries(reading.locks))
    byMode.set(mode, [...(byMode.get(mode) ?? []), name]);
  const locks = [...byMode].map(([mode, names]) => `**${mode}** ${names.join(', ')}`).join('<br>');
  const { read, write } = reading.blocks;
  const both = read.filter((name) => write.includes(name));
  const stops = [
    part('reads and writes of', both),
    part(
      'reads of',
      read.filter((name) => !write.includes(name)),
    ),
    part(
      'writes of',
      write.filter((name) => !read.includes(name)),
    ),
  ];
  const scanned = reading.scanned.filter((name) => !reading.rewrite.includes(name));
  const work = [
    part('copies', reading.rewrite),
    part('reads', scanned),
    part('builds', reading.indexRebuild),
  ];
  const alone = reading.transaction === false ? ['*alone*'] : [];
  return [list([locks, ...alone]), list(stops), list(work)];
}

function part(verb: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${verb} ${names.join(', ')}`;
}

function list(parts: readonly string[]): string {
  const said = parts.filter((text) => text !== '');
  return said.length === 0 ? '–' : said.join('; ');
}
