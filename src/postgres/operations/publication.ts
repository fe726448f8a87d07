import type { Expression } from '../expression';
import type { RelationName } from '../name';
import type { Drop } from './drop';

/** Publications and subscriptions. */
export type PublicationOperation =
  | {
      readonly kind: 'create-publication';
      readonly publication: string;
      readonly allTables: boolean;
      readonly tables: readonly PublishedTable[];
      readonly schemas: readonly string[];
      readonly options: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'alter-publication';
      readonly publication: string;
      readonly action: 'add' | 'set' | 'drop' | 'options';
      readonly tables: readonly PublishedTable[];
      readonly schemas: readonly string[];
      readonly options: Readonly<Record<string, string>>;
    }
  | ({ readonly kind: 'drop-publication'; readonly publications: readonly string[] } & Drop)
  | {
      readonly kind: 'create-subscription' | 'alter-subscription' | 'drop-subscription';
      readonly subscription: string;
      /** `refresh`, `set-publication`, `connection`, `enable`, … of ALTER; null otherwise. */
      readonly action: string | null;
      readonly options: Readonly<Record<string, string>>;
      readonly ifExists: boolean;
    };

/** One table of a publication. */
export interface PublishedTable {
  readonly table: RelationName;
  readonly only: boolean;
  readonly columns: readonly string[];
  readonly where: Expression | null;
}
