import type { MigrationFacts } from '../analysis/run';
import { discover } from '../changes/discover';
import type { DiscoveredSequence } from '../changes/discover';
import { plan } from '../changes/plan';
import type { PlannedMigration } from '../changes/plan';
import { activeRules } from '../config/active-rules';
import type { RuleSelection } from '../config/active-rules';
import type { Config } from '../config/config';
import { ruleOptions } from '../config/rule-options';
import type { Risk } from '../findings/finding';
import type { Report } from '../findings/report';
import { review } from '../review';
import type { MigrationInput, SequenceInput } from '../review';
import { RULES } from '../rules/registry.generated';
import type { Transaction } from '../sql/fragment';
import { isGap } from '../sql/gap';
import type { Parser } from '../sql/parse';
import type { FilePath, SourceFile } from '../sql/source';
import { TOOLS } from '../tools/registry';
import { compareOrder, orderOfName } from '../tools/order';
import { sql } from '../tools/sql';
import type { Direction, ExtractContext, Extraction, Tool } from '../tools/tool';
import type { WorkingCopy } from './working-copy';

/** What to analyse of a working copy, and how. */
export interface Analysis {
  readonly parser: Parser;
  readonly javascript: ExtractContext['javascript'];
  readonly copy: WorkingCopy;
  readonly config: Config;
  /** Files that were named: judged and always read. */
  readonly named: readonly FilePath[];
  /** Files of folders and globs: judged where a tool claims them. */
  readonly found: readonly FilePath[];
  /** `-`: text from standard input, as if it stood at its path. */
  readonly standardInput: SourceFile | null;
  readonly tool: Tool | null;
  readonly transaction: Transaction | null;
  readonly direction: Direction;
  readonly history: boolean;
  readonly together: boolean;
  readonly major: number;
  readonly minor: number | null;
  readonly rules: RuleSelection;
  readonly failOn: Risk | 'never';
  readonly version: string;
}

/** Reads and judges what was named. */
export function analyzePaths(analysis: Analysis): Report {
  const sequences = withUnclaimed(
    discover(analysis.copy.tree, analysis.tool === null ? TOOLS : [analysis.tool]),
    analysis,
  );
  const judged = new Set([
    ...analysis.named,
    ...analysis.found,
    ...(analysis.standardInput === null ? [] : [analysis.standardInput.path]),
  ]);
  const planned = plan(sequences, {
    judged,
    history: analysis.history,
    direction: analysis.direction,
    order: 'in-place',
  });
  return review({
    parser: analysis.parser,
    major: analysis.major,
    sequences: planned.map(({ sequence, migrations }): SequenceInput => ({
      sequence,
      complete: analysis.history,
      migrations: migrations.map((migration) => inputOf(migration, analysis)),
    })),
    knownChangeSet: analysis.together,
    historySource: 'files',
    scope: 'paths',
    rules: activeRules(RULES, analysis.config.rules, analysis.rules),
    knownRules: new Set(RULES.map((rule) => rule.id)),
    options: ruleOptions(analysis.config, analysis.minor),
    gate: { failOn: analysis.failOn, gates: true, unchanged: false },
    version: analysis.version,
    notes: unrecognised(
      planned.flatMap(({ sequence, migrations }) =>
        migrations.some(({ tool }) => tool === sql) ? [sequence] : [],
      ),
      analysis,
    ),
  });
}

/** Named files that no tool claims are read as plain SQL, in the order of their names, one sequence a folder; their neighbours are their history. */
function withUnclaimed(
  sequences: readonly DiscoveredSequence[],
  analysis: Analysis,
): readonly DiscoveredSequence[] {
  const claimed = new Set(sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)));
  const given = [
    ...analysis.named,
    ...(analysis.standardInput === null ? [] : [analysis.standardInput.path]),
  ];
  const loose = given.filter((path) => !claimed.has(path));
  const found =
    sequences.length === 0 || loose.length > 0 || analysis.found.some((path) => claimed.has(path))
      ? []
      : analysis.found.filter((path) => path.endsWith('.sql'));
  const folders = new Map<string, Set<FilePath>>();
  for (const path of [...loose, ...found]) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    folders.set(folder, (folders.get(folder) ?? new Set()).add(path));
  }
  const extra = [...folders].map(([folder, paths]): DiscoveredSequence => {
    const neighbours = analysis.copy.tree.paths.filter(
      (path) =>
        path.startsWith(`${folder}/`) &&
        !path.slice(folder.length + 1).includes('/') &&
        path.endsWith('.sql') &&
        !claimed.has(path),
    );
    const all = [...new Set([...paths, ...(folder === '' ? [] : neighbours)])];
    const tool = analysis.tool ?? sql;
    const migrations = all.map((path) => ({
      tool,
      claim: {
        path,
        sequence: folder,
        order: orderOfName(path.slice(path.lastIndexOf('/') + 1)),
        version: null,
        direction: 'up' as const,
        evidence: 1 as const,
        why: 'it was named',
      },
    }));
    return {
      sequence: folder,
      tool,
      migrations: migrations.sort((a, b) => compareOrder(a.claim.order, b.claim.order)),
    };
  });
  return [...sequences, ...extra];
}

function inputOf({ claim, tool, judged }: PlannedMigration, analysis: Analysis): MigrationInput {
  const loaded =
    analysis.standardInput?.path === claim.path ? analysis.standardInput : analysis.copy.load(claim.path);
  const source: SourceFile = isGap(loaded) ? { path: claim.path, text: '' } : loaded;
  const extract = (): Extraction =>
    isGap(loaded)
      ? { fragments: [], gaps: [loaded], transaction: 'unknown' }
      : tool.extract(source, {
          direction: judged ? analysis.direction : 'up',
          path: claim.path,
          tree: analysis.copy.tree,
          transaction: analysis.transaction,
          javascript: analysis.javascript,
        });
  const facts: MigrationFacts = {
    path: claim.path,
    source,
    tool: tool.name,
    sequence: claim.sequence,
    direction: judged ? analysis.direction : 'up',
    status: 'unknown',
    previousPath: null,
    version: claim.version,
    transaction: analysis.transaction ?? tool.runner.transaction,
  };
  return { facts, extract, judged: judged ? { isChanged: () => true, base: null } : null };
}

function unrecognised(sequences: readonly string[], analysis: Analysis): readonly string[] {
  if (analysis.transaction !== null || analysis.tool !== null) return [];
  return sequences.map(
    (sequence) =>
      `The runner of ${sequence === '' ? 'these files' : sequence} is not recognised, so what shares a transaction is assumed; "tool" or "transaction" in the configuration says it.`,
  );
}
