import type { RepairStep } from '../../findings/finding';
import type { RuleOptions } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { briefly, migration } from './steps';

/** The proof that a DEFAULT partition holds no row of a new bound, in steps that stop nobody for long, and how to drop it again. */
export function excludeFromDefault(
  partition: { readonly name: string },
  check: string,
  options: Pick<RuleOptions, 'lockTimeout'>,
): { readonly steps: readonly RepairStep[]; readonly drop: string } {
  const alter = `ALTER TABLE ${quoteRelation(partition)}`;
  const name = quoteName(`${partition.name.split('.').pop() ?? ''}_rest`);
  return {
    steps: [
      briefly(
        `${alter} ADD CONSTRAINT ${name} CHECK (${check}) NOT VALID`,
        'ACCESS EXCLUSIVE for a moment: from now on such rows are refused.',
        options,
      ),
      migration(
        `${alter} VALIDATE CONSTRAINT ${name}`,
        'SHARE UPDATE EXCLUSIVE: reads and writes go on while the rows are read.',
      ),
    ],
    drop: `${alter} DROP CONSTRAINT ${name}`,
  };
}
