import type { RepairStep } from '../../findings/finding';
import type { RuleOptions } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { briefly, migration } from './steps';
import { FOREIGN_KEY_NOTES } from './validate-later';
import { relationText } from './written-key';

/** A foreign key that shall be there. */
export interface WantedKey {
  readonly table: { readonly schema: string | null; readonly name: string };
  readonly name: string;
  /** `FOREIGN KEY (…) REFERENCES …` in SQL. */
  readonly definition: string;
}

type Options = Pick<RuleOptions, 'lockTimeout'>;

/** A key in the place of another one: the second is there and checked before the first one goes, and takes its name over. */
export function replaceKey(
  { table, name, definition, replaced }: WantedKey & { readonly replaced: string },
  options: Options,
): readonly RepairStep[] {
  const alter = `ALTER TABLE ${quoteRelation(table)}`;
  const meanwhile = name === replaced ? `${name}_new` : name;
  return [
    ...addAndValidate(alter, meanwhile, definition, options),
    briefly(
      [
        `${alter} DROP CONSTRAINT ${quoteName(replaced)}`,
        ...(meanwhile === name
          ? []
          : [`${alter} RENAME CONSTRAINT ${quoteName(meanwhile)} TO ${quoteName(name)}`]),
      ],
      'ACCESS EXCLUSIVE on both tables for a moment: no row is read.',
      options,
    ),
  ];
}

/** The key on each partition, checked there; then that of the parent (`whole`, as it is written), which takes them over. */
export function keyByPartition(
  { name, definition }: WantedKey,
  partitions: readonly { readonly schema: string; readonly name: string }[],
  whole: string,
  options: Options,
): readonly RepairStep[] {
  return [
    ...partitions.flatMap((partition) =>
      addAndValidate(`ALTER TABLE ${relationText(partition)}`, name, definition, options),
    ),
    briefly(
      whole,
      'no row is read: the keys of the partitions are taken over, under ACCESS EXCLUSIVE on the referenced table for a moment.',
      options,
    ),
  ];
}

/** The key is there before old rows are looked at. `alter` is `ALTER TABLE name`, `definition` what follows the name. */
export function addAndValidate(
  alter: string,
  name: string,
  definition: string,
  options: Options,
): readonly RepairStep[] {
  return [
    briefly(
      `${alter} ADD CONSTRAINT ${quoteName(name)} ${definition} NOT VALID`,
      FOREIGN_KEY_NOTES.add,
      options,
    ),
    migration(`${alter} VALIDATE CONSTRAINT ${quoteName(name)}`, FOREIGN_KEY_NOTES.validate),
  ];
}
