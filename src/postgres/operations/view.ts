import type { SequenceOption } from '../definition';
import type { RelationName } from '../name';
import type { Query } from '../query';
import type { Persistence } from './table';
import type { Drop } from './drop';

/** Views, materialized views and sequences. */
export type ViewOperation =
  | {
      readonly kind: 'create-view';
      readonly view: RelationName;
      readonly replace: boolean;
      readonly persistence: Persistence;
      readonly recursive: boolean;
      readonly columnNames: readonly string[];
      readonly query: Query;
      readonly options: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'create-materialized-view';
      readonly view: RelationName;
      readonly ifNotExists: boolean;
      readonly columnNames: readonly string[];
      readonly query: Query;
      readonly withData: boolean;
    }
  | {
      readonly kind: 'refresh-materialized-view';
      readonly view: RelationName;
      readonly concurrently: boolean;
      readonly withData: boolean;
    }
  | ({
      readonly kind: 'drop-view';
      readonly views: readonly RelationName[];
      readonly materialized: boolean;
    } & Drop)
  | {
      readonly kind: 'create-sequence';
      readonly sequence: RelationName;
      readonly ifNotExists: boolean;
      readonly persistence: Persistence;
      readonly options: readonly SequenceOption[];
      readonly ownedBy: { readonly table: RelationName; readonly column: string } | 'none' | null;
    }
  | {
      readonly kind: 'alter-sequence';
      readonly sequence: RelationName;
      readonly ifExists: boolean;
      readonly options: readonly SequenceOption[];
      readonly ownedBy: { readonly table: RelationName; readonly column: string } | 'none' | null;
    }
  | ({ readonly kind: 'drop-sequence'; readonly sequences: readonly RelationName[] } & Drop);
