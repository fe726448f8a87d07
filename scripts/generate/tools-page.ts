import type { Generator } from '../generate';
import { TOOLS } from '../../src/tools/registry';
import type { RunnerFacts, Tool } from '../../src/tools/tool';

const SHARES: Readonly<Record<RunnerFacts['transaction'], string>> = {
  file: 'each migration: one transaction round it',
  call: 'each migration: it is sent in one call, which is an implicit transaction if it holds several statements',
  all: 'all pending migrations together',
  none: 'nothing: each statement commits by itself, unless the migration opens a transaction',
  unknown:
    'not known: what cannot run in a transaction is taken to run outside of one, all else in one round the file',
};

/** The page of the tools: what each runner does around migrations, and how pgfence knows. */
export const toolsPage: Generator = () => {
  const tools = [...TOOLS].sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1));
  const page = [
    '# What runs the migrations',
    '',
    'Which statements share a transaction is decided by the tool that runs a migration, and so are the locks that they hold together.',
    'This is what pgfence takes each tool to do, by default. `pgfence migrations` shows which tool it takes your files to be for;',
    '`tool` and `transaction` in the configuration, or `--tool` and `--transaction`, say it otherwise.',
    '',
    '| Tool | Name | What shares a transaction | What takes a migration out of it |',
    '| --- | --- | --- | --- |',
    ...tools.map(row),
    '',
    '## Around the run',
    '',
    ...tools.flatMap(({ title, runner }) =>
      runner.around === null ? [] : [`- **${title}.** ${runner.around}`],
    ),
    '',
    '## Read from the project',
    '',
    'Files are read as data and never run. Where what stands there is not a plain value, the transaction counts as not known.',
    '',
    ...tools.flatMap(({ title, runner }) =>
      runner.configured === undefined ? [] : [`- **${title}.** ${runner.configured}`],
    ),
    '',
    '## Sources',
    '',
    ...tools.map(({ title, runner }) => `- **${title}.** ${runner.source}`),
    '',
  ].join('\n');
  return new Map([['docs/tools.md', page]]);
};

function row({ title, name, runner }: Tool): string {
  const shared =
    SHARES[runner.transaction] +
    (runner.apart === true ? ', unless one of them stands outside: then each of the others by itself' : '');
  const out = runner.noTransaction === null ? 'nothing' : code(runner.noTransaction);
  const cells = [title, `\`${name}\``, shared, hasNone(runner) ? out : ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function hasNone({ transaction }: RunnerFacts): boolean {
  return transaction !== 'none' && transaction !== 'unknown';
}

/** A switch in words stays words; one in the tool's own writing is code. */
function code(text: string): string {
  return /`/.test(text) || /^[a-z]+ [a-z]+ /.test(text) ? text : `\`${text}\``;
}
