import type { Expression } from './expression';
import type { ObjectName, RelationName } from './name';

/** What a SELECT, INSERT, UPDATE, DELETE, MERGE or COPY touches. Views and CTE names: CTE names are resolved away, views are not. */
export interface Query {
  readonly reads: readonly QueryRead[];
  readonly writes: readonly QueryWrite[];
  /** Every function called anywhere in it, with its arguments (nextval('s'), pg_advisory_lock(1), set_config(…), user functions). */
  readonly calls: readonly { readonly name: RelationName; readonly args: readonly Expression[] }[];
  /** The columns of the result by name, where they can be told without the catalog; null for `*` or anything not named. */
  readonly columns: readonly (QueryColumn | null)[];
  /** LIMIT, or WHERE on something, at the top: the number of rows does not grow with the table for certain. */
  readonly limited: boolean;
  /** One SELECT of values and nothing else: no FROM, condition, WITH, grouping, order or bound. */
  readonly bare?: true;
  /** Of a query that is stored (a view, CREATE TABLE AS): where each column that it mentions may come from. */
  readonly uses?: readonly ColumnUse[];
  /** What each `*` of the result stands for, in order (an entry for each null of `columns` that is one); null: cannot be told. */
  readonly stars?: readonly (readonly RelationName[] | null)[];
  /** Of a query that is stored: the relation whose rows it gives as they are, so that conditions on the result reach that. */
  readonly plain?: RelationName;
  /** What COLLATE names anywhere in it; absent where nothing does. */
  readonly collations?: readonly ObjectName[];
  /** Of a query that is stored: it groups, joins or cuts, so that no row of it is one of a relation. */
  readonly composed?: true;
}

/** A column that a query mentions. */
export interface ColumnUse {
  /** A number: the column at that place, from 1 (INSERT without a list). Null: all columns (`*`, a whole row). */
  readonly column: string | number | null;
  /** Where it is looked for, innermost first: in the first of these that has it. */
  readonly scopes: readonly {
    readonly relations: readonly RelationName[];
    /** Subqueries and functions in FROM, of which the columns are not known, stand beside them. */
    readonly open: boolean;
  }[];
}

/** One relation that a query reads. */
export interface QueryRead {
  readonly relation: RelationName;
  /** FOR UPDATE and kin take ROW SHARE, reading takes ACCESS SHARE. */
  readonly locking: 'none' | 'for-update' | 'for-no-key-update' | 'for-share' | 'for-key-share';
  readonly skipLocked: boolean;
  /** ONLY: without heirs. */
  readonly only: boolean;
  /** Read directly in the FROM of the outermost query, without any WHERE, LIMIT or join condition that could bound it. */
  readonly unbounded: boolean;
  /** What all rows that are wanted of it meet, where that speaks of its columns alone: partitions that it rules out are not touched. */
  readonly condition?: Expression;
  /** It stands in an expression or in WITH: FOR UPDATE around it does not reach it. */
  readonly aside?: true;
}

/** One relation that a query writes. */
export interface QueryWrite {
  readonly relation: RelationName;
  readonly command: 'insert' | 'update' | 'delete' | 'merge' | 'copy';
  readonly only: boolean;
  /** Target columns of INSERT, COPY and SET; empty where none is named. */
  readonly columns: readonly string[];
  /** WHERE of UPDATE and DELETE; null without. */
  readonly where: Expression | null;
  /** As in `QueryRead`. */
  readonly condition?: Expression;
  /** Of MERGE: what its clauses do, as statements of their own. */
  readonly actions?: readonly QueryWrite[];
  /** INSERT … VALUES with that many rows; null for INSERT … SELECT, COPY and everything else. */
  readonly valueRows: number | null;
  /** The values of INSERT … VALUES (first rows only, at most 100) or of SET, in the order of `columns`. */
  readonly values: readonly (readonly Expression[])[];
  /** INSERT … SELECT takes columns by `*`: as many as their relation has. */
  readonly fromStar?: true;
  /** What INSERT … SELECT gives each row, as far as one row stands for all: absent where that is not told. */
  readonly selected?: readonly (readonly Expression[])[];
  /** How many columns INSERT … SELECT takes of a UNION, whose rows `selected` does not tell. */
  readonly width?: number;
  /** INSERT … SELECT takes its rows from this relation alone, whose columns `selected` mentions. */
  readonly takenFrom?: RelationName;
  /** INSERT … SELECT takes its rows from a series of numbers alone, of which `selected` may work values out. */
  readonly series?: Series;
  /** INSERT … SELECT: the conditions that are all that may keep its rows few, one of each arm of its query that has no other bound. */
  readonly picks?: readonly PickedRows[];
  /** WHERE false, and kin: no row is written for certain. */
  readonly never?: true;
  /** ON CONFLICT … DO UPDATE or DO NOTHING. */
  readonly onConflict: 'none' | 'nothing' | 'update';
  /** SET of ON CONFLICT DO UPDATE. */
  readonly setOnConflict?: { readonly columns: readonly string[]; readonly values: readonly Expression[] };
  /** OVERRIDING SYSTEM VALUE, or USER VALUE, of INSERT. */
  readonly overriding?: 'system' | 'user';
  /** What ON CONFLICT names: columns, for which the server looks through the indexes, or a constraint; absent where it names nothing. */
  readonly arbiter?: {
    readonly constraint: string | null;
    /** Absent where there is an expression or a WHERE among them. */
    readonly columns?: readonly string[];
  };
  /** A rule does something else instead: the relation is locked, and that is all. */
  readonly replaced?: boolean;
  /** UPDATE and DELETE that join a query with a LIMIT: as many rows as that gives. */
  readonly batch?: true;
}

/** The rows of a query that meet a condition. */
export interface PickedRows {
  readonly where: Expression;
  /** What they are rows of; null: of several relations, or of what is none. */
  readonly relation: RelationName | null;
}

/** `generate_series(1, 10)` in FROM: whole numbers that rise. */
export interface Series {
  /** What it is called. */
  readonly relation: string;
  /** What its one column may be called. */
  readonly names: readonly string[];
  readonly from: Expression;
  readonly to: Expression;
}

/** A column of a query's result. */
export interface QueryColumn {
  readonly name: string;
  readonly expression: Expression;
}
