import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { didYouMean } from '../config/did-you-mean';
import { UserError } from '../config/user-error';
import { RISKS } from '../findings/finding';
import { RULES } from '../rules/registry.generated';
import { TOOLS } from '../tools/registry';
import type { AnalyzeOptions } from './analyze-command';
import { OUTPUTS } from './reporters';

/** What the command line gets from its surroundings. */
export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal. */
  readonly columns: number;
  /** Standard output is a terminal. */
  readonly colors: boolean;
  readStandardInput(): Promise<Uint8Array>;
  /** Resolves when there is room for more. */
  out(text: string): void | Promise<void>;
  error(text: string): void;
}

/** Runs one command. Exit status: 0 clean, 1 findings at or above the gate, 2 wrong set-up. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let status = 0;
  const program = new Command('pgfence')
    .description(
      'Tells which locks PostgreSQL migrations take, what they block, for how long, and the safe way.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void surroundings.out(text),
      writeErr: (text) => surroundings.error(text),
    });

  program
    .command('analyze', { isDefault: false })
    .description('read and judge migrations')
    .argument('[paths...]', 'files, folders, globs, or - for standard input', [])
    .addOption(
      new Option('--output <format>', 'how to print the report').choices([...OUTPUTS]).default('text'),
    )
    .option('--postgres <version>', 'the version of the server: major[.minor]')
    .option(
      '--tool <tool>',
      'the tool that runs the migrations',
      oneOf(
        TOOLS.map((tool) => tool.name),
        'tool',
      ),
    )
    .addOption(
      new Option('--transaction <scope>', 'what the runner puts into one transaction').choices([
        'file',
        'call',
        'all',
        'none',
      ]),
    )
    .option('--down', 'judge the way back instead')
    .option('--no-history', 'read nothing but what is named')
    .option('--together', 'the named files ship as one release')
    .option('--since <ref>', 'judge what differs from the merge base with a git revision')
    .option('--staged', 'judge what is in the git index')
    .option('--rules <rules>', 'default, all, or ids separated by commas', rulesOf)
    .addOption(
      new Option('--fail-on <risk>', 'the lowest risk that fails').choices([
        ...RISKS.filter((risk) => risk !== 'safe'),
        'never',
      ]),
    )
    .option('--config <file>', 'the configuration file')
    .option('--statistics <file>', 'sizes of tables as JSON, in place of what the configuration names')
    .option('--stdin-path <path>', 'the path that standard input is read for')
    .option('--quiet', 'only findings, gaps and the summary')
    .option('--fix', 'edit the files where the safe form is an edit of what stands there')
    .option('--dry-run', 'with --fix: show the edits instead of making them')
    .action(async (paths: string[], options: AnalyzeOptions) => {
      const { analyze } = await import('./analyze-command');
      status = await analyze(paths, options, surroundings);
    });

  program
    .command('migrations')
    .description('list the migrations that were found, and why')
    .argument('[folder]', 'where to look', '.')
    .action(async (folder: string) => {
      const { migrations } = await import('./migrations-command');
      status = await migrations(folder, surroundings);
    });

  program
    .command('explain')
    .description('explain a rule, or what a statement locks')
    .argument('<rule-or-sql...>', 'the id of a rule, or SQL')
    .option('--postgres <version>', 'the version of the server: major[.minor]')
    .action(async (words: string[], options: { postgres?: string }) => {
      const { explain } = await import('./explain-command');
      status = await explain(words.join(' '), options, surroundings);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof UserError) {
      surroundings.error(`pgfence: ${error.message}\n`);
      return 2;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function oneOf(known: readonly string[], what: string): (value: string) => string {
  return (value) => {
    if (known.includes(value)) return value;
    throw new InvalidArgumentError(`There is no ${what} "${value}"${didYouMean(value, known)}`);
  };
}

function rulesOf(value: string): 'default' | 'all' | readonly string[] {
  if (value === 'default' || value === 'all') return value;
  const ids = value.split(',').map((id) => id.trim());
  const known = RULES.map((rule) => rule.id);
  for (const id of ids) {
    if (!known.includes(id))
      throw new InvalidArgumentError(`There is no rule "${id}"${didYouMean(id, known)}`);
  }
  return ids;
}
