import { columnOf } from '../../analysis/catalog/find';
import { relationOf } from '../../analysis/catalog/resolve';
import type { ObjectName } from '../../postgres/name';
import { actsOf } from '../acts';
import { written } from '../object-names';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isOurs } from '../together';

interface Match extends MatchBase {
  readonly name: ObjectName;
  readonly verb: string;
}

const KINDS = ['add-column', 'drop-column', 'rename-column', 'create-view'] as const;
const VERBS = { 'add-column': 'gains', 'drop-column': 'loses', 'rename-column': 'renames' } as const;

/** Another list of columns: prepared SELECT * fails. */
export const columnChangeBreaksSelectStar = stepRule<Match>({
  id: 'column-change-breaks-select-star',
  title: 'Another list of columns breaks prepared SELECT * until it is prepared again',
  group: 'renaming',
  severity: 'opt-in',
  judges: 'effect',
  kinds: KINDS,

  check(step, run) {
    const found = new Map<string, Match>();
    for (const { operation, before } of actsOf(step, ...KINDS)) {
      const name = operation.kind === 'create-view' ? operation.view : operation.table;
      const relation = relationOf(before, name);
      if (relation === undefined ? before.catalog.complete : isOurs(relation, step, run)) continue;
      const key = `${name.schema ?? ''}.${name.name}`;
      if (operation.kind === 'create-view') {
        const after = relationOf(step.after, name);
        const had = relation !== undefined && 'columns' in relation ? relation.columns.length : 0;
        const has = after !== undefined && 'columns' in after ? after.columns.length : 0;
        if (operation.replace && had > 0 && has > had) found.set(key, { name, verb: 'gains' });
        continue;
      }
      if (operation.kind === 'add-column' && operation.ifNotExists) {
        if (relation !== undefined && columnOf(relation, operation.column.name) !== undefined) continue;
      }
      if (!found.has(key)) found.set(key, { name, verb: VERBS[operation.kind] });
    }
    return [...found.values()];
  },

  message({ name, verb }) {
    return `${written(name)} ${verb} a column: prepared SELECT * and RETURNING * on it fail (0A000) once in each session, and abort its transaction`;
  },

  help() {
    return 'Let clients name the columns that they read.';
  },
});
