import type { RepairStep } from '../../findings/finding';
import type { RuleOptions } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { buildNote } from './concurrently';
import { alone, briefly } from './steps';

/** A UNIQUE or PRIMARY KEY constraint that shall be built without stopping anybody. */
export interface KeyConstraint {
  readonly kind: 'unique' | 'primary-key';
  readonly table: { readonly schema: string | null; readonly name: string };
  readonly columns: readonly string[];
  readonly include: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  /** The name that it has, or that the server makes up. */
  readonly name: string;
  /** Where the name is taken until then: the index is renamed to it by the constraint. */
  readonly index?: string;
  /** What the same ALTER TABLE does before, such as dropping the key that it replaces. */
  readonly before?: string;
  /** The statement that adds it among other things, with this in the place of what it says of the key. */
  readonly within?: (added: string) => string;
  /** What is to be said of that. */
  readonly remark?: string;
}

/** The index first, CONCURRENTLY; then the constraint takes it over. The index has the constraint's name from the start. */
export function keySteps(
  key: KeyConstraint,
  options: Pick<RuleOptions, 'lockTimeout'>,
): readonly RepairStep[] {
  const added = addedKey(key);
  return [
    keyIndex(key),
    briefly(
      key.within?.(added) ??
        `ALTER TABLE ${quoteRelation(key.table)} ${key.before === undefined ? '' : `${key.before}, `}${added}`,
      keyNote(key.remark),
      options,
    ),
  ];
}

/** The index that the constraint takes over, built while clients go on. */
export function keyIndex(key: KeyConstraint): RepairStep {
  const index = key.index ?? key.name;
  const list = (columns: readonly string[]): string => `(${columns.map(quoteName).join(', ')})`;
  const include = key.include.length === 0 ? '' : ` INCLUDE ${list(key.include)}`;
  const nulls = key.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  return alone(
    `CREATE UNIQUE INDEX CONCURRENTLY ${quoteName(index)} ON ${quoteRelation(key.table)} ${list(key.columns)}${include}${nulls}`,
    buildNote(index),
  );
}

/** The subcommand of ALTER TABLE that takes the index over. */
export function addedKey(key: KeyConstraint): string {
  const deferral = key.deferrable ? ` DEFERRABLE${key.initiallyDeferred ? ' INITIALLY DEFERRED' : ''}` : '';
  const what = key.kind === 'unique' ? 'UNIQUE' : 'PRIMARY KEY';
  return `ADD CONSTRAINT ${quoteName(key.name)} ${what} USING INDEX ${quoteName(key.index ?? key.name)}${deferral}`;
}

/** What taking it over means. */
export function keyNote(remark: string | undefined): string {
  return `ACCESS EXCLUSIVE for a moment: the constraint takes the index over, and nothing is built.${remark === undefined ? '' : ` ${remark}`}`;
}
