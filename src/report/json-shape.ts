import * as v from 'valibot';
import type { JsonReport } from './json-report';

const RISK = v.picklist(['safe', 'low', 'medium', 'high', 'critical']);
const SEVERITY = v.picklist(['error', 'warning', 'notice']);
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const ONE_BASED = v.pipe(v.number(), v.integer(), v.minValue(1));

const PLACE = {
  line: v.pipe(ONE_BASED, v.description('One-based.')),
  column: v.pipe(ONE_BASED, v.description('One-based, in UTF-16 code units.')),
  endLine: ONE_BASED,
  endColumn: v.pipe(ONE_BASED, v.description('Exclusive.')),
};

const SUPPRESSED = v.strictObject({ reason: v.string(), line: ONE_BASED });

const FILE = v.pipe(
  v.optional(v.string()),
  v.description(
    'The file of the place, where it is not the migration itself (an imported constant, a sibling .sql file).',
  ),
);

const WORK = v.picklist(['none', 'scan', 'build-index', 'copy-file', 'rewrite']);
const CERTAINTY = v.picklist(['certain', 'assumed']);

const LOCK = v.strictObject({
  relation: v.pipe(v.string(), v.description('Schema-qualified.')),
  kind: v.string(),
  mode: v.pipe(v.string(), v.description('As the manual spells it.')),
  work: v.pipe(WORK, v.description('The longest work on this relation in this statement.')),
  under: v.pipe(v.string(), v.description('The mode in force while that work runs.')),
  certainty: CERTAINTY,
  new: v.pipe(v.optional(v.literal(true)), v.description('The relation is new, and nobody waits for it.')),
});

const STOP = v.strictObject({
  relation: v.string(),
  kind: v.string(),
  reads: v.boolean(),
  writes: v.boolean(),
  by: v.pipe(v.array(v.string()), v.description('The locked relations behind it.')),
});

const REPAIR = v.strictObject({
  summary: v.string(),
  steps: v.array(
    v.strictObject({
      run: v.picklist(['statement', 'migration', 'batches', 'deploy']),
      transaction: v.picklist(['same', 'own', 'none']),
      sql: v.optional(v.string()),
      note: v.optional(v.string()),
      own: v.pipe(
        v.optional(
          v.strictObject({
            where: v.string(),
            language: v.picklist(['sql', 'ts', 'js', 'text']),
            text: v.string(),
          }),
        ),
        v.description('The same as the users of the tool would write it.'),
      ),
    }),
  ),
  edits: v.pipe(
    v.optional(v.array(v.strictObject({ ...PLACE, text: v.string() }))),
    v.description('Where the safe form is an edit of what stands there.'),
  ),
});

const FINDING = v.strictObject({
  ...PLACE,
  file: FILE,
  id: v.pipe(
    v.string(),
    v.regex(/^[0-9a-f]{16}$/),
    v.description(
      "First 16 hex digits of SHA-256 over rule, path, the statement's tokens and its ordinal among equals.",
    ),
  ),
  rule: v.string(),
  severity: SEVERITY,
  risk: RISK,
  message: v.string(),
  help: v.string(),
  url: v.string(),
  gating: v.boolean(),
  suppressed: v.optional(SUPPRESSED),
  repair: v.optional(REPAIR),
});

const GAP = v.strictObject({
  ...PLACE,
  file: FILE,
  reason: v.string(),
  detail: v.string(),
  rule: v.picklist(['unread-sql', 'syntax-error']),
  suppressed: v.optional(SUPPRESSED),
});

const STATEMENT = v.strictObject({
  ...PLACE,
  file: FILE,
  sql: v.pipe(v.string(), v.description('As it is sent to the server.')),
  changed: v.pipe(
    v.boolean(),
    v.description(
      'Part of what the change set adds or changes; true throughout when there is no change set.',
    ),
  ),
  risk: RISK,
  held: v.pipe(
    v.optional(
      v.picklist([
        'a moment, bounded',
        'a moment, unbounded',
        'scan',
        'index build',
        'unbounded write',
        'rewrite',
      ]),
    ),
    v.description('How long the worst of what it stops stands still; absent where it stops nothing.'),
  ),
  inTransaction: v.boolean(),
  locks: v.pipe(
    v.array(LOCK),
    v.description('Strongest mode per relation, only on relations that other sessions can see.'),
  ),
  stops: v.pipe(
    v.array(STOP),
    v.description('Also relations that are not locked themselves: a view, the parent of a partition.'),
  ),
  findings: v.array(FINDING),
});

const MIGRATION = v.strictObject({
  path: v.pipe(v.string(), v.description('Relative to the root of the repository, with forward slashes.')),
  previousPath: v.optional(v.string()),
  tool: v.string(),
  sequence: v.pipe(v.string(), v.description('What one runner runs in one order.')),
  direction: v.picklist(['up', 'down']),
  status: v.picklist(['added', 'modified', 'renamed', 'deleted', 'unknown']),
  transaction: v.pipe(
    v.picklist(['file', 'call', 'all', 'none', 'unknown']),
    v.description('What the tool does around it.'),
  ),
  statements: v.pipe(v.array(STATEMENT), v.description('Every statement, also the harmless ones.')),
  findings: v.pipe(v.array(FINDING), v.description('About the file as a whole.')),
  gaps: v.array(GAP),
});

const WINDOW = v.strictObject({
  assumed: v.pipe(
    v.optional(v.literal(true)),
    v.description('The runner is not recognised: that the statements share a transaction is assumed.'),
  ),
  statements: v.pipe(
    v.array(v.strictObject({ migration: COUNT, statement: COUNT })),
    v.description('In the order they run: indexes into the migrations and their statements.'),
  ),
  locks: v.pipe(
    v.array(
      v.strictObject({
        relation: v.string(),
        kind: v.string(),
        mode: v.string(),
        certainty: CERTAINTY,
        from: COUNT,
      }),
    ),
    v.description('What is closed, and from which of these statements on.'),
  ),
  work: v.pipe(
    v.array(v.strictObject({ relation: v.string(), work: WORK, at: COUNT })),
    v.description('What these statements do that grows with a table.'),
  ),
});

/** The shape of the JSON report, version 1: the published JSON schema is made of it. It says what `JsonReport` says, or this does not compile. */
export const JSON_REPORT = v.strictObject({
  version: v.literal(1),
  pgfence: v.pipe(v.string(), v.description('Version of the program.')),
  postgres: v.pipe(v.number(), v.description('Major version of PostgreSQL that the analysis speaks for.')),
  scope: v.pipe(v.string(), v.description("'changed', 'paths', 'all', or why the diff was not to be had.")),
  failOn: v.pipe(
    v.optional(v.picklist(['never', 'safe', 'low', 'medium', 'high', 'critical'])),
    v.description("What fails: 'never', or the lowest risk that does."),
  ),
  notes: v.pipe(v.optional(v.array(v.string())), v.description('Lines for people that are not findings.')),
  history: v.strictObject({
    migrations: COUNT,
    gaps: COUNT,
    source: v.picklist(['files', 'snapshot', 'none']),
  }),
  migrations: v.pipe(v.array(MIGRATION), v.description('The judged ones, in the order the tool runs them.')),
  windows: v.pipe(
    v.optional(v.array(WINDOW)),
    v.description('Transactions of several statements that keep something closed to their end.'),
  ),
  summary: v.strictObject({
    risk: v.pipe(RISK, v.description('The worst.')),
    statements: v.strictObject({ safe: COUNT, low: COUNT, medium: COUNT, high: COUNT, critical: COUNT }),
    findings: v.strictObject({ error: COUNT, warning: COUNT, notice: COUNT }),
    gating: v.pipe(COUNT, v.description('Findings that gate.')),
    understood: COUNT,
    gaps: COUNT,
    suppressed: v.pipe(COUNT, v.description('Counted nowhere else.')),
  }),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> } : T;
/** Fails to compile where the schema and the type drift apart. */
export const SHAPE_IS_THE_TYPE: Same<Plain<v.InferOutput<typeof JSON_REPORT>>, Plain<JsonReport>> = true;
