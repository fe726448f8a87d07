import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { RepairStep } from '../../findings/finding';
import type { RuleOptions } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { briefly, migration } from './steps';

/** A column that shall not be null. Names as the catalog has them. */
export interface NotNullColumn {
  /** As the user writes it. */
  readonly table: { readonly schema: string | null; readonly name: string };
  readonly column: string;
}

/** NOT NULL without a scan under a strong lock: a constraint that old rows need not meet yet, then its proof. */
export function notNullSteps(
  { table, column }: NotNullColumn,
  major: number,
  options: Pick<RuleOptions, 'lockTimeout'>,
): readonly RepairStep[] {
  const alter = `ALTER TABLE ${quoteRelation(table)}`;
  const quoted = quoteName(column);
  if (major >= 18) {
    const name = quoteName(objectNameOf(table.name, column, 'not_null'));
    return [
      briefly(
        `${alter} ADD CONSTRAINT ${name} NOT NULL ${quoted} NOT VALID`,
        'ACCESS EXCLUSIVE for a moment: new rows are checked, old ones not yet.',
        options,
      ),
      migration(
        `${alter} VALIDATE CONSTRAINT ${name}`,
        'SHARE UPDATE EXCLUSIVE: reads and writes go on while the rows are read.',
      ),
    ];
  }
  const name = quoteName(objectNameOf(table.name, column, 'nn'));
  return [
    briefly(
      `${alter} ADD CONSTRAINT ${name} CHECK (${quoted} IS NOT NULL) NOT VALID`,
      'ACCESS EXCLUSIVE for a moment: new rows are checked, old ones not yet.',
      options,
    ),
    migration(
      `${alter} VALIDATE CONSTRAINT ${name}`,
      'SHARE UPDATE EXCLUSIVE: reads and writes go on while the rows are read.',
    ),
    ...(major < 12
      ? []
      : [
          briefly(
            [`${alter} ALTER COLUMN ${quoted} SET NOT NULL`, `${alter} DROP CONSTRAINT ${name}`],
            'ACCESS EXCLUSIVE for a moment: the valid CHECK proves it, so that nothing is read. Two statements, not one.',
            options,
          ),
        ]),
  ];
}
