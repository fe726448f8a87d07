import { version } from '../../package.json';
import type { Statistics } from '../analysis/statistics';
import { discoverAll } from '../changes/discover';
import { leftOutNotes } from '../changes/left-out';
import { plan } from '../changes/plan';
import { seenNotRead } from '../changes/seen';
import type { SourceTree } from '../changes/source-tree';
import type { SeenNotRead } from '../changes/seen';
import type { PlannedSequence } from '../changes/plan';
import { configPaths, findConfig, readConfig, readStatistics, statisticsPath } from '../cli/load-config';
import { postgresVersion } from '../cli/postgres-version';
import { activeRules, asksForWayBack } from '../config/active-rules';
import type { Config } from '../config/config';
import { ruleOptions } from '../config/rule-options';
import type { Risk } from '../findings/finding';
import type { Report } from '../findings/report';
import type { ChangeSet } from '../github/change-set';
import type { ChangedFile } from '../github/changed-file';
import { settled, withFilesOf } from '../github/file-tree';
import type { Content, FileTree } from '../github/file-tree';
import { review } from '../review';
import type { SequenceInput } from '../review';
import { unreadMigrations } from '../review/unread-migrations';
import { withUnrecognisedRunners } from '../review/unrecognised-runner';
import { RULES } from '../rules/registry.generated';
import { loadParser } from '../sql/parse';
import type { Parser } from '../sql/parse';
import { filePath } from '../sql/source';
import { scriptsFor } from '../tools/load-scripts';
import { yamlFor } from '../tools/load-yaml';
import { TOOLS } from '../tools/registry';
import type { Tree } from '../tools/tool';
import { namedBy, scopeOf, withNamed } from './in-scope';
import type { Inputs } from './inputs';
import { basePathOf, migrationInput, unreadFile } from './migration-input';
import { textTree } from './text-tree';

/** What is reviewed, and where it lies. */
export interface Subject {
  readonly changes: ChangeSet;
  readonly head: FileTree;
  readonly base: FileTree | undefined;
  /** The configuration's: of the default branch where the head is a stranger's and the token may write. */
  readonly trusted: FileTree;
  readonly inputs: Inputs;
  /** False on a push to the default branch: what is merged is no longer a risk to stop. */
  readonly gates: boolean;
  readonly notes: readonly string[];
}

export interface Reviewed {
  readonly report: Report;
  readonly failOn: Risk | 'never';
  /** What was looked for, where nothing was found. */
  readonly globs: readonly string[];
  /** Globs or a folder are given, and no file of the repository that they name: they are mistaken. */
  readonly matchesNothing: boolean;
}

/** Finds the migrations of a change set, reads them with their history, and judges them. Throws a UserError for a wrong configuration. */
export async function reviewChanges(subject: Subject): Promise<Reviewed> {
  const { inputs, changes } = subject;
  const { config, statistics } = await configOf(subject);
  const changed = changes.kind === 'changed' ? changes.files : [];
  const gone = changed.filter(({ status }) => status === 'deleted').map(({ path }) => path);
  const head = subject.base === undefined ? subject.head : withFilesOf(subject.head, subject.base, gone);
  const base = subject.base ?? NOTHING;
  const globs = inputs.paths.length > 0 ? inputs.paths : (config.paths ?? []);
  const yaml = await yamlFor(head.paths);
  const { planned, seen, notes, postgres } = await settled([head], ([read = ABSENT]) => {
    const tree = textTree(head.paths, read, yaml);
    return {
      ...planOf(tree, globs, config, subject),
      postgres: postgresVersion(inputs.postgres ?? config.postgres ?? null, tree),
    };
  });
  const failOn = inputs.failOn ?? config.failOn ?? 'high';
  const migrations = planned.flatMap((sequence) => sequence.migrations);
  const unread = seen.flatMap(({ paths }) => paths);
  const byPath = new Map(changed.map((file) => [file.path, file]));
  await head.load([...migrations.map(({ claim }) => claim.path), ...unread]);
  await base.load(migrations.flatMap(({ claim }) => basePathOf(byPath.get(claim.path)) ?? []));
  const rules = activeRules(RULES, config.rules, 'default');
  const parser = migrations.length === 0 ? NOTHING_TO_PARSE : await loadParser();
  const javascript = await scriptsFor(migrations.map(({ claim }) => claim.path));
  const report = await settled([head, base], ([readHead = ABSENT, readBase = ABSENT]) => {
    const states = {
      head: {
        tree: textTree(head.paths, readHead, yaml),
        read: readHead,
        javascript: javascript?.() ?? null,
      },
      base: {
        tree: textTree(base.paths, readBase, yaml),
        read: readBase,
        javascript: javascript?.() ?? null,
      },
    };
    return review({
      parser,
      major: postgres.major,
      sequences: [
        ...planned.map((sequence): SequenceInput => ({
          sequence: sequence.sequence,
          complete: subject.base !== undefined || changes.kind === 'all',
          migrations: sequence.migrations.map((migration) =>
            migrationInput(migration, byPath, states, changes, config, asksForWayBack(rules)),
          ),
        })),
        ...unreadMigrations(seen, (path) => unreadFile(path, byPath, readHead, changes)),
      ],
      knownChangeSet: changes.kind === 'changed' && inputs.scope === 'changed',
      historySource: 'files',
      scope: changes.kind === 'all' ? changes.why : inputs.scope,
      rules,
      knownRules: new Set(RULES.map(({ id }) => id)),
      options: ruleOptions(config, postgres.minor, statistics),
      gate: { failOn, gates: subject.gates && changes.kind === 'changed', unchanged: inputs.failOnUnchanged },
      version,
      notes: [...subject.notes, ...submoduleNotes(changed, inputs), ...notes],
    });
  });
  return {
    report: config.tool === undefined ? withUnrecognisedRunners(report) : report,
    failOn,
    globs,
    matchesNothing:
      (globs.length > 0 || inputs.folder !== '') &&
      head.lookUp === undefined &&
      !head.paths.some(scopeOf(globs, inputs.folder)),
  };
}

/** Most pull requests change no migration: for them the parser, the largest part, is not loaded. */
const NOTHING_TO_PARSE: Parser = { parse: unexpected, parseText: unexpected, parsePlPgSQL: unexpected };

function unexpected(): never {
  throw new Error('SQL was found where no migration was');
}

const ABSENT = (): Content => ({ kind: 'absent' });
const NOTHING: FileTree = { paths: [], read: ABSENT, load: () => Promise.resolve() };

/** Brings the files that may be the configuration, then reads it as on the command line, with the statistics that it names. */
async function configOf({
  trusted,
  inputs,
}: Subject): Promise<{ readonly config: Config; readonly statistics: Statistics | null }> {
  const { folder, config: name } = inputs;
  const named = name === null ? null : filePath(folder === '' ? name : `${folder}/${name}`);
  const bring = async (paths: readonly string[]): Promise<SourceTree> => {
    await trusted.lookUp?.(paths);
    await trusted.load(paths);
    return textTree(trusted.paths, trusted.read);
  };
  const found = findConfig(await bring(named === null ? configPaths(folder) : [named]), folder, named);
  if (found === null) return { config: {}, statistics: null };
  const config = await readConfig(found);
  const path = statisticsPath(found, config);
  if (path === null) return { config, statistics: null };
  return { config, statistics: await readStatistics(await bring([path]), path) };
}

/** Of another repository's files nothing is said: that is said. */
function submoduleNotes(changed: readonly ChangedFile[], { folder }: Inputs): readonly string[] {
  const inside = scopeOf([], folder);
  return changed.flatMap(({ path, isSubmodule }) =>
    isSubmodule === true && inside(path)
      ? [`The submodule ${path} was changed: its files are not read.`]
      : [],
  );
}

/** What is read and judged, what is only seen, and what is said of the files that were asked for and left out. */
function planOf(
  tree: Tree,
  globs: readonly string[],
  config: Config,
  { changes, inputs }: Subject,
): {
  readonly planned: readonly PlannedSequence[];
  readonly seen: readonly SeenNotRead[];
  readonly notes: readonly string[];
} {
  const tools = TOOLS.filter(({ name }) => config.tool === undefined || name === config.tool);
  const scope = scopeOf(globs, inputs.folder);
  const changed = changes.kind === 'changed' ? changes.files : [];
  const gone = new Set<string>(changed.flatMap(({ status, path }) => (status === 'deleted' ? path : [])));
  const all = changes.kind === 'all' || inputs.scope === 'all';
  const asked = new Set(
    (all ? tree.paths : changed.map(({ path }) => filePath(path))).filter(
      (path) => !gone.has(path) && scope(path),
    ),
  );
  const named = namedBy(globs, inputs.folder);
  const found = discoverAll(tree, tools, { named, files: all ? null : asked });
  const only = tools.length === 1 ? tools[0] : undefined;
  const sequences = globs.length === 0 ? found.sequences : withNamed(found, tree.paths, scope, only);
  return {
    planned: plan(sequences, {
      judged: asked,
      gone: new Set([...gone].map(filePath).filter((path) => scope(path))),
      history: true,
      direction: 'up',
      order: all ? 'in-place' : 'first',
    }),
    seen: config.tool === undefined ? seenNotRead(tree, (path) => asked.has(path), named) : [],
    notes: leftOutNotes(found.excluded, (path) => asked.has(path)),
  };
}
