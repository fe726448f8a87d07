import { relationOf, tableOf } from '../../analysis/catalog/resolve';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { briefly } from '../repairs/steps';
import { besideInTransaction, makesPolicy, policyNamed } from '../row-security';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isOurs, laterTogether } from '../together';

interface Match extends MatchBase {
  readonly table: ObjectName;
  readonly policy: string;
  readonly permissive: boolean;
  readonly drop: string;
  readonly create: string;
}

/** DROP POLICY and CREATE POLICY in different transactions. */
export const policyReplaceGap = stepRule<Match>({
  id: 'policy-replace-gap',
  title: 'Between DROP POLICY and CREATE POLICY clients see too little or too much',
  group: 'triggers-and-policies',
  severity: 'warning',
  judges: 'effect',
  kinds: ['drop-policy'],

  check(step, run) {
    return actsOf(step, 'drop-policy').flatMap(({ operation, before, text }): readonly Match[] => {
      const relation = relationOf(before, operation.table);
      if (relation === undefined ? before.catalog.complete : isOurs(relation, step, run)) return [];
      const table = tableOf(before, operation.table);
      const known = policyNamed(table, operation.policy);
      if (known === undefined && operation.ifExists && table?.complete === true) return [];
      if (table?.complete === true && !table.rowSecurity.enabled) return [];
      if (makesPolicy(besideInTransaction(step, run), operation.table) !== undefined) return [];
      const create = makesPolicy(laterTogether(step, run, 'create-policy'), operation.table);
      if (create === undefined) return [];
      return [
        {
          table: operation.table,
          policy: operation.policy,
          permissive: known?.permissive ?? true,
          drop: text,
          create: create.statement.text,
        },
      ];
    });
  },

  message({ table, policy, permissive }) {
    return permissive
      ? `Until a later transaction creates a policy again, rows that "${policy}" shows of ${written(table)} are missing for everybody, and writes fail (42501)`
      : `Until a later transaction creates a policy again, rows that "${policy}" hides of ${written(table)} are visible`;
  },

  help() {
    return 'Use ALTER POLICY, or drop and create it in one transaction.';
  },

  repair({ drop, create }, run): Repair {
    return {
      summary: 'replace it in one transaction',
      steps: [
        briefly(
          [drop, create],
          'ACCESS EXCLUSIVE until the commit: nobody sees the table between the two.',
          run.options,
        ),
      ],
    };
  },
});
