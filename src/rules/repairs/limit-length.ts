import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { Repair } from '../../findings/finding';
import type { RuleOptions } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { briefly, migration } from './steps';
import { CHECK_NOTES } from './validate-later';

/** A limit of a text's length as a CHECK: no rewrite now, and none when the limit changes. */
export function limitLength(
  table: { readonly schema: string | null; readonly name: string },
  column: string,
  length: number,
  options: Pick<RuleOptions, 'lockTimeout'>,
): Repair {
  const alter = `ALTER TABLE ${quoteRelation(table)}`;
  const name = quoteName(objectNameOf(table.name, column, 'check'));
  return {
    summary: 'limit the values with a CHECK, and keep the type',
    steps: [
      briefly(
        `${alter} ADD CONSTRAINT ${name} CHECK (char_length(${quoteName(column)}) <= ${length}) NOT VALID`,
        CHECK_NOTES.add,
        options,
      ),
      migration(`${alter} VALIDATE CONSTRAINT ${name}`, CHECK_NOTES.validate),
    ],
  };
}
