import { tableById } from '../../analysis/catalog/find';
import { tableOf } from '../../analysis/catalog/resolve';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation } from '../sql-text';
import { endOfTransaction, isOurs } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly certain: boolean;
  readonly onlyRestrictive: boolean;
}

/** ENABLE ROW LEVEL SECURITY, and no policy lets anybody in. */
export const rowSecurityWithoutPolicy = stepRule<Match>({
  id: 'row-security-without-policy',
  title: 'Row security without a policy shows nobody but the owner any rows',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'effect',
  kinds: ['row-security'],

  check(step, run) {
    return actsOf(step, 'row-security').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.change !== 'enable') return [];
      const known = tableOf(before, operation.table);
      if (known !== undefined && (isOurs(known, step, run) || known.rowSecurity.enabled)) return [];
      const end = endOfTransaction(step, run);
      const table = known === undefined ? tableOf(end, operation.table) : tableById(end.catalog, known.id);
      const policies = table?.policies ?? [];
      if (table?.rowSecurity.enabled === false || policies.some(({ permissive }) => permissive)) return [];
      return [
        { table: operation.table, certain: table?.complete === true, onlyRestrictive: policies.length > 0 },
      ];
    });
  },

  message({ table, certain, onlyRestrictive }) {
    const why = onlyRestrictive ? 'only restrictive policies' : 'no policy';
    const doubt = certain ? '' : ', unless it has a policy that is not known here';
    return `${written(table)} has ${why} when this transaction ends: everybody but the owner reads no rows, and writes fail (42501)${doubt}`;
  },

  help() {
    return 'Create the policies in the same transaction.';
  },

  repair({ table }): Repair {
    return {
      summary: 'let in who may come in',
      steps: [
        inPlace(
          [
            `CREATE POLICY ${quoteName(`${table.name}_access`)} ON ${quoteRelation(table)} USING (true)`,
            `ALTER TABLE ${quoteRelation(table)} ENABLE ROW LEVEL SECURITY`,
          ],
          'in one transaction, with the condition that is meant in place of true.',
        ),
      ],
    };
  },
});
