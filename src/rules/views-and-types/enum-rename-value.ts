import { findType } from '../../analysis/catalog/resolve';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { batches, deploy, migration } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation, quoteText } from '../sql-text';
import { isMadeHere } from '../together';

interface Match extends MatchBase {
  readonly operation: OperationOf<'rename-enum-value'>;
}

/** ALTER TYPE … RENAME VALUE. */
export const enumRenameValue = stepRule<Match>({
  id: 'enum-rename-value',
  title: 'Renaming a value of an enum breaks the clients that write the old one',
  group: 'views-and-types',
  severity: 'error',
  judges: 'effect',
  kinds: ['rename-enum-value'],

  check(step, run) {
    return actsOf(step, 'rename-enum-value').flatMap(({ operation, before }): readonly Match[] => {
      const type = findType(before, operation.type);
      return type !== undefined && isMadeHere(type.origin, step, run) ? [] : [{ operation }];
    });
  },

  message({ operation: { type, value, to } }) {
    return `From the commit on, clients that name value "${value}" of ${written(type)} fail (22P02) until they know it as "${to}", and reads give them a value they do not know`;
  },

  help() {
    return 'Add the new value, let the application move to it, and change the rows in batches.';
  },

  repair({ operation: { type, value, to } }): Repair {
    return {
      summary: 'two values for one release',
      steps: [
        migration(
          `ALTER TYPE ${quoteRelation(type)} ADD VALUE ${quoteText(to)} AFTER ${quoteText(value)}`,
          'locks no table.',
        ),
        deploy(`the code understands both, and writes "${to}".`),
        batches(
          `UPDATE t SET c = ${quoteText(to)} WHERE id > $lo AND id <= $hi AND c = ${quoteText(value)}`,
          'for each table t with a column c of the type, in batches, each committed by itself. A CHECK against the old value keeps it out afterwards.',
        ),
      ],
    };
  },
});
