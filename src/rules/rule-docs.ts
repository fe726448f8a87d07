import type { Statistics } from '../analysis/statistics';

/** The prose and the examples of a rule: its page and its tests. They stand beside the rule, in a module that only `explain` and tests load. */
export interface RuleDocs {
  /** What happens to people who use the database, for readers who do not know lock modes. Markdown. */
  readonly problem: string;
  /** The safe way, in words. Markdown. */
  readonly solution: string;
  readonly reported: readonly ReportedExample[];
  readonly accepted: readonly AcceptedExample[];
}

/** What examples share: how the SQL comes to the server. */
export interface ExampleBase {
  /** Migrations that shipped before: folded as history. */
  readonly history?: string;
  /** The migrations of the change set, by default one; each is a file. */
  readonly sql: string | readonly string[];
  /** The names of the migrations; default `001_change.sql` and so on. */
  readonly files?: readonly string[];
  /** The name of the file that `history` stands in; default `000_history.sql`. */
  readonly historyFile?: string;
  /** The text of the first migration at the base: the change set edits it. */
  readonly before?: string;
  /** The path of the first migration at the base: the change set renames it. */
  readonly previously?: string;
  /** Whether a file takes the migrations back. */
  readonly hasDown?: boolean;
  /** Default `up`. */
  readonly direction?: 'up' | 'down';
  /** What a live database says of its tables. */
  readonly statistics?: Statistics;
  /** Default 18. */
  readonly postgres?: number;
  /** Default `file`. */
  readonly transaction?: 'file' | 'call' | 'all' | 'none' | 'unknown';
  /** The history begins at an empty database. Default true; false: tables may have columns, indexes and keys that nobody named. */
  readonly completeHistory?: boolean;
  /** The server's minor release. */
  readonly minor?: number;
  /** The migrations ship together (action, `--since`, `--together`). Default true where `sql` is a list. */
  readonly knownChangeSet?: boolean;
  /** What `pgfence.config` says. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** SQL that the rule reports, with the whole text of the message. */
export interface ReportedExample extends ExampleBase {
  readonly message: string | readonly string[];
}

/** SQL in which the rule must stay silent, and why: a "silent when" of the catalogue or a false positive met in real migrations. */
export interface AcceptedExample extends ExampleBase {
  readonly why: string;
}
