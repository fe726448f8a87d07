import { findFunctions } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import { hasImmutableOverload, volatilityOf } from '../../postgres/volatility';
import { performed } from '../performed';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';

interface Match extends MatchBase {
  readonly what: string;
  readonly why: string;
}

/** A CHECK that may say something else of the same row tomorrow. */
export const checkNotImmutable = stepRule<Match>({
  id: 'check-not-immutable',
  title: 'A CHECK that depends on more than the row holds only when the row is written',
  group: 'constraints',
  severity: 'notice',
  judges: 'effect',
  kinds: ['add-check', 'create-table'],

  check(step) {
    const checks = [
      ...performed(step, 'add-check').map(({ operation, session }) => ({
        session,
        expression: operation.constraint.expression,
      })),
      ...performed(step, 'create-table').flatMap(({ operation, session }) =>
        operation.constraints.flatMap((constraint) =>
          constraint.kind === 'check' ? [{ session, expression: constraint.expression }] : [],
        ),
      ),
    ];
    return checks.flatMap(({ session, expression }) => {
      const found = changing(session, expression);
      return found === null ? [] : [found];
    });
  },

  message({ what, why }) {
    return `This CHECK calls ${what}, ${why}: it holds only at the moment a row is written, and restoring a dump can fail`;
  },

  help() {
    return 'Check it in a trigger, or against a column of the row.';
  },
});

function changing(session: Session, expression: Expression): Match | null {
  for (const part of everyPart(expression)) {
    if (part.kind === 'special-value') {
      if (!/^(?:current|local)_?(?:date|time)/.test(part.name)) continue;
      return { what: part.name.toUpperCase(), why: 'which gives another value each time' };
    }
    if (part.kind !== 'call') continue;
    const { name } = part.name;
    const users = findFunctions(session, part.name);
    if (users.some(({ body }) => readsTable(body.statements)))
      return { what: `${name}()`, why: 'which reads a table' };
    if (users.length > 0) continue;
    const volatility = volatilityOf(name, session.major);
    const isStable =
      volatility === 'stable' && !hasImmutableOverload(name, session.major) && part.args.length === 0;
    if (volatility === 'volatile' || isStable)
      return { what: `${name}()`, why: 'which gives another value each time' };
  }
  return null;
}

/** Some statement of the body reads a relation. */
function readsTable(statements: unknown): boolean {
  const found = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(found);
    if (typeof value !== 'object' || value === null) return false;
    if ('reads' in value && Array.isArray(value.reads) && value.reads.length > 0) return true;
    return Object.values(value).some(found);
  };
  return found(statements);
}
