import type { YamlLibrary } from './liquibase/yaml';
import type { Fragment, Transaction } from '../sql/fragment';
import type { Gap } from '../sql/gap';
import type { FilePath, SourceFile } from '../sql/source';
import type { Scripts } from './scripts';

/** The names of the tools, as `--tool` and the JSON report spell them. */
export type ToolName =
  | 'sql'
  | 'prisma'
  | 'drizzle'
  | 'supabase'
  | 'hasura'
  | 'golang-migrate'
  | 'goose'
  | 'sql-migrate'
  | 'dbmate'
  | 'flyway'
  | 'liquibase'
  | 'sqlx'
  | 'diesel'
  | 'refinery'
  | 'sqitch'
  | 'atlas'
  | 'graphile-migrate'
  | 'node-pg-migrate'
  | 'typeorm'
  | 'knex'
  | 'strapi'
  | 'sequelize'
  | 'kysely'
  | 'mikroorm'
  | 'slonik'
  | 'db-migrate';

/** The files of a repository, at one state of it. Reading is lazy: most tools look at one or two config files. */
export interface Tree {
  /** Every path, relative to the root of the repository, sorted. */
  readonly paths: readonly FilePath[];
  /** The text of a file, null where there is none or it cannot be read as text. */
  read(path: FilePath): string | null;
  /** What reads YAML; absent where no file asks for it. */
  readonly yaml?: YamlLibrary | undefined;
}

/** Up runs when the migration is applied, down when it is taken back; some tools keep both in one file. */
export type Direction = 'up' | 'down';

/** That a tool would run a file as a migration. Where two tools claim one file, the stronger evidence wins. */
export interface Claim {
  readonly path: FilePath;
  /** What one runner runs in one order: usually the folder. */
  readonly sequence: string;
  /** Sorts the migrations of a sequence as the tool does: compared element by element, numbers before strings. */
  readonly order: readonly (string | number)[];
  /** The version that the tool records, where two files must not share it; null where the whole name is the version. */
  readonly version: string | null;
  readonly direction: Direction | 'both';
  /** 1: the shape of the path alone · 2: and something in the file or beside it · 3: the tool's own config names the place. */
  readonly evidence: 1 | 2 | 3;
  /** A clause for `pgfence migrations`: why it was taken for one. */
  readonly why: string;
  /** A clause: the tool knows the file and does not run it as a migration of PostgreSQL. No other tool gets it then. */
  readonly excluded?: string;
}

/** What a migration will send to the server, and what of it could not be read. */
export interface Extraction {
  readonly fragments: readonly Fragment[];
  readonly gaps: readonly Gap[];
  /** What the tool does around this migration. */
  readonly transaction: Transaction;
}

/** What extraction may ask of its surroundings. */
export interface ExtractContext {
  readonly direction: Direction;
  readonly path: FilePath;
  readonly tree: Tree;
  /** `--transaction`: what the user says the runner does; overrides what the tool would. */
  readonly transaction: Transaction | null;
  /** Loaded by the caller if any file needs them: neither Babel nor a reader of scripts is loaded for SQL. */
  readonly javascript: Scripts | null;
}

/** What a runner does around migrations: facts with their sources, of which the documentation's table is made. */
export interface RunnerFacts {
  /** What shares a transaction by default. */
  readonly transaction: Transaction;
  /** With `all`: where one of the pending migrations stands outside of the transaction, each of the others gets one of its own. */
  readonly apart?: true;
  /** The switch that takes a migration out of the transaction, in the words of the tool; null where there is none. */
  readonly noTransaction: string | null;
  /** Settings, advisory locks or lock tables it uses around the run, in one sentence; null where nothing is known. */
  readonly around: string | null;
  readonly source: string;
  /** Where a project may say otherwise, and pgfence reads it; absent where nothing of the kind is read. */
  readonly configured?: string;
}

/** A step of a repair as the tool's users would write it. */
export interface PrintedRepair {
  /** The file to create or the place to edit, in a few words: `prisma/migrations/<timestamp>_orders_email_idx/migration.sql`. */
  readonly where: string;
  readonly language: 'sql' | 'ts' | 'js' | 'text';
  readonly text: string;
}

/** A migration tool: its layout and order, how its files are read, what its runner does, how a repair is written for it. */
export interface Tool {
  readonly name: ToolName;
  /** As the tool spells itself: `Prisma Migrate`. */
  readonly title: string;
  readonly runner: RunnerFacts;
  /** Endings of its migration files, with the dot. */
  readonly extensions: readonly string[];
  /** The migrations of a tree that it would run. */
  claim(tree: Tree): readonly Claim[];
  extract(file: SourceFile, context: ExtractContext): Extraction;
  /** SQL of a repair in the tool's own form; `transaction: 'none'` needs its switch. */
  printRepair(step: {
    readonly sql: string;
    readonly transaction: 'own' | 'none';
    readonly name: string;
    /** The path of the migration that is repaired; what is printed comes after it. */
    readonly after?: string;
    /** Its text: what is printed is written alike. */
    readonly text?: string;
    /** Its place among the new migrations, from 1. */
    readonly place?: number;
  }): PrintedRepair;
}
