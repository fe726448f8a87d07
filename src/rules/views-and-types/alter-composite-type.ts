import { findType, relationOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { LockFact, Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import type { OperationOf } from '../../postgres/operation';
import { actsOf } from '../acts';
import { written } from '../object-names';
import { withLockTimeout } from '../repairs/lock-timeout';
import { secondType } from '../repairs/second-type';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { isMadeHere } from '../together';
import { harmful, namedAll } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly before: Session;
  readonly operation: OperationOf<'alter-composite-type'>;
  /** Tables OF the type. */
  readonly typed: readonly LockFact[];
}

/** ALTER TYPE … ADD, DROP, ALTER, RENAME ATTRIBUTE. */
export const alterCompositeType = stepRule<Match>({
  id: 'alter-composite-type',
  title: 'Changing a composite type breaks clients that unpack it, and closes typed tables',
  group: 'views-and-types',
  severity: 'warning',
  judges: 'effect',
  kinds: ['alter-composite-type'],

  check(step, run) {
    return actsOf(step, 'alter-composite-type').flatMap(({ operation, before }): readonly Match[] => {
      const known = relationOf(before, operation.type) ?? findType(before, operation.type);
      if (known !== undefined && isMadeHere(known.origin, step, run)) return [];
      const typed = harmful(step).filter(({ relation }) => relation.kind.endsWith('table'));
      const rewrites = typed.some(({ work }) => work === 'rewrite');
      return [{ step, before, operation, typed, severity: rewrites ? 'error' : 'warning' }];
    });
  },

  message({ operation, typed }) {
    const type = written(operation.type);
    const clients = `Clients that unpack ${type} meet ${CHANGES[operation.change.kind]}`;
    if (typed.length === 0) return `${clients}, from the commit on`;
    const names = namedAll(typed.map(({ relation }) => relation));
    return typed.some(({ work }) => work === 'rewrite')
      ? `Writing every row of ${names} anew stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done. ${clients}`
      : `Reads and writes of ${names} wait for the ACCESS EXCLUSIVE lock until the transaction commits. ${clients}`;
  },

  help() {
    return 'Make a new type, and move columns and clients to it one after the other.';
  },

  repair({ step, operation, before, typed }, run): Repair | null {
    if (typed.length > 0 && typed.every(({ work }) => work === 'none')) return withLockTimeout(step);
    return typed.length > 0 ? null : secondType(operation, before, run);
  },
});

const CHANGES: Readonly<Record<OperationOf<'alter-composite-type'>['change']['kind'], string>> = {
  add: 'an attribute more',
  drop: 'an attribute less',
  alter: 'an attribute of another type',
  rename: 'an attribute of another name',
};
