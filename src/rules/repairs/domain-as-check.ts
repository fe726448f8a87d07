import { objectNameOf } from '../../analysis/catalog/generated-name';
import type { RepairStep } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import type { RuleOptions } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { briefly, migration } from './steps';
import { CHECK_NOTES } from './validate-later';

/** The conditions of a domain as a CHECK of a column that keeps the type behind the domain: the cast looks at them, and nothing is written. */
export function domainAsCheck(
  table: ObjectName,
  column: string,
  domain: ObjectName,
  options: Pick<RuleOptions, 'lockTimeout'>,
): readonly RepairStep[] {
  const alter = `ALTER TABLE ${quoteRelation(table)}`;
  const name = quoteName(objectNameOf(table.name, column, 'check'));
  const value = quoteName(column);
  const check = `(${value}::${quoteRelation(domain)} IS NULL) = (${value} IS NULL)`;
  return [
    briefly(`${alter} ADD CONSTRAINT ${name} CHECK (${check}) NOT VALID`, CHECK_NOTES.add, options),
    migration(`${alter} VALIDATE CONSTRAINT ${name}`, CHECK_NOTES.validate),
  ];
}
