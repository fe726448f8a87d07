import { heirs } from '../../analysis/catalog/find';
import type { Table } from '../../analysis/catalog/relation';
import { tableOf } from '../../analysis/catalog/resolve';
import { privilegesOn } from '../../analysis/fold/privilege';
import type { Repair } from '../../findings/finding';
import { actsOf } from '../acts';
import { fullName } from '../object-names';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteRelation } from '../sql-text';
import { endTogether } from '../together';
import { named, namedAll } from '../words';

interface Match extends MatchBase {
  readonly parent: Table;
  readonly open: readonly Table[];
}

/** ENABLE ROW LEVEL SECURITY on a parent, and a partition that may be read by its own name. */
export const rowSecuritySkipsPartitions = stepRule<Match>({
  id: 'row-security-skips-partitions',
  title: 'Policies of the parent do not guard a partition that is read by its own name',
  group: 'partitions',
  severity: 'warning',
  judges: 'effect',
  kinds: ['row-security'],

  check(step, run) {
    return actsOf(step, 'row-security').flatMap(({ operation, before }): readonly Match[] => {
      if (operation.change !== 'enable') return [];
      const parent = tableOf(before, operation.table);
      if (parent?.kind !== 'partitioned table') return [];
      const { catalog } = endTogether(step, run);
      const open = heirs(catalog, parent.id).filter(
        ({ id, rowSecurity }) => !rowSecurity.enabled && privilegesOn(catalog, id).grantees.length > 0,
      );
      return open.length === 0 ? [] : [{ parent, open }];
    });
  },

  message({ parent, open }) {
    return `Who may read ${namedAll(open.map(fullName))} by name sees all its rows: policies of ${named(fullName(parent))} hold only for queries through the parent`;
  },

  help() {
    return 'Enable row security on each partition too, or take the grants on the partitions away.';
  },

  repair({ open }): Repair {
    return {
      summary: 'close the partitions too',
      steps: [
        inPlace(
          open.map((table) => `ALTER TABLE ${quoteRelation(fullName(table))} ENABLE ROW LEVEL SECURITY`),
          'ACCESS EXCLUSIVE for a moment. Without policies of its own a partition then shows no rows by its own name.',
        ),
      ],
    };
  },
});
