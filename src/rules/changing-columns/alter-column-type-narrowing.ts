import { baseOf } from '../../analysis/conditions/type-change';
import { provenChecks } from '../../analysis/conditions/null-proof';
import type { Narrowing } from '../narrowing';
import { limitsLength, narrowing } from '../narrowing';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { printType } from '../sql-text';
import type { ColumnTypeChange } from '../type-changes';
import { typeChanges } from '../type-changes';
import { named } from '../words';

interface Match extends MatchBase {
  readonly change: ColumnTypeChange;
  readonly how: Narrowing | 'truncates';
}

/** A type that cannot hold all old values. */
export const alterColumnTypeNarrowing = stepRule<Match>({
  id: 'alter-column-type-narrowing',
  title: 'A narrower type fails half-way, or changes values without a word',
  group: 'changing-columns',
  severity: 'warning',
  judges: 'effect',
  kinds: ['alter-column-type'],

  check(step) {
    return typeChanges(step).flatMap((change): readonly Match[] => {
      const { changed, from, to } = change;
      if (from === null) return [];
      const { session, operation } = changed;
      const old = baseOf(session, from);
      const cast = operation.using?.kind === 'cast' ? operation.using.type : null;
      const byCast = cast === null ? null : narrowing(old, baseOf(session, cast));
      const how = byCast ?? narrowing(old, baseOf(session, to));
      if (how === null || isProved(change)) return [];
      return [{ change, how: byCast !== null && how === 'fails' && isText(old.name) ? 'truncates' : how }];
    });
  },

  message({ change: { changed, from, to }, how }) {
    const column = named({ name: changed.operation.column });
    const types = `${from === null ? '' : `${printType(from)} `}to ${printType(to)}`;
    switch (how) {
      case 'fails':
        return `The change of ${column} from ${types} fails half-way at the first value that does not fit (${isText(to.name) ? '22001' : '22003'}), after all the time that it took`;
      case 'rounds':
        return `The change of ${column} from ${types} rounds every value that does not fit, without an error`;
      case 'truncates':
        return `The cast in USING cuts every value of ${column} that does not fit, without an error`;
    }
  },

  help({ how, change: { from, to } }) {
    if (how === 'rounds') return 'Keep the type, and round the values where they are written.';
    if (from !== null && !isText(to.name) && isWhole(from.name) && !isWhole(to.name))
      return 'Give the new type as many digits before the point as the old one has.';
    return 'Keep the type, and limit the values with a CHECK that is added as NOT VALID and validated later.';
  },
});

const WHOLE: ReadonlySet<string> = new Set(['int2', 'int4', 'int8']);

function isWhole(type: string): boolean {
  return WHOLE.has(type);
}

function isText(type: string): boolean {
  return type === 'text' || type === 'varchar' || type === 'bpchar';
}

/** A valid CHECK keeps the values as short. */
function isProved({ table, changed, to }: ColumnTypeChange): boolean {
  const [length] = to.modifiers;
  return (
    isText(to.name) &&
    length !== undefined &&
    provenChecks(table).some((check) => limitsLength(check, changed.operation.column, length))
  );
}
