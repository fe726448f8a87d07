import { relationOf, tableOf } from '../../analysis/catalog/resolve';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { besideInTransaction, dropsTable, makesPolicy, policyNamed } from '../row-security';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { endOfTransaction, isOurs, laterTogether } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly policy: string;
  readonly effect: 'none-left' | 'fewer' | 'more' | 'unknown';
}

/** DROP POLICY. */
export const dropPolicy = stepRule<Match>({
  id: 'drop-policy',
  title: 'Dropping a policy changes which rows clients see',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-policy'],

  check(step, run) {
    return actsOf(step, 'drop-policy').flatMap(({ operation, before }): readonly Match[] => {
      const { table: name, policy } = operation;
      const relation = relationOf(before, name);
      if (relation === undefined ? before.catalog.complete : isOurs(relation, step, run)) return [];
      const table = tableOf(before, name);
      const known = policyNamed(table, policy);
      if (known === undefined && operation.ifExists && table?.complete === true) return [];
      if (table?.complete === true && !table.rowSecurity.enabled) return [];
      if (makesPolicy(besideInTransaction(step, run), name, known?.permissive) !== undefined) return [];
      const later = laterTogether(step, run);
      // Made again in another transaction: `policy-replace-gap`.
      if (makesPolicy(later, name) !== undefined || dropsTable(later, name)) return [];
      const left = tableOf(endOfTransaction(step, run), name)?.policies ?? [];
      const effect =
        known === undefined
          ? 'unknown'
          : !known.permissive
            ? 'more'
            : left.some(({ permissive }) => permissive)
              ? 'fewer'
              : 'none-left';
      return [{ table: name, policy, effect }];
    });
  },

  message({ table, policy, effect }) {
    switch (effect) {
      case 'none-left':
        return `With "${policy}" the last policy of ${written(table)} that lets anybody in goes: everybody but the owner reads no rows, and writes fail (42501)`;
      case 'fewer':
        return `Rows that only "${policy}" shows of ${written(table)} are missing from the commit on, and writes to them fail (42501)`;
      case 'more':
        return `Rows that "${policy}" hides of ${written(table)} are visible from the commit on`;
      case 'unknown':
        return `From the commit on "${policy}" of ${written(table)} neither shows nor hides any rows: fewer rows are seen if it is permissive, more if it is restrictive`;
    }
  },

  help() {
    return 'Create the policy that shall take its place in the same transaction.';
  },
});
