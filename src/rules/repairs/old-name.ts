import { findFunctions, relationOf } from '../../analysis/catalog/resolve';
import type { Session } from '../../analysis/session';
import type { Repair } from '../../findings/finding';
import type { ObjectName } from '../../postgres/name';
import { quoteName } from '../../sql/quote-name';
import { printType, quoteRelation } from '../sql-text';
import { deploy, migration } from './steps';

/** What stands under the old name of an object for one release. All texts follow ALTER, CREATE and DROP. */
export interface OldName {
  readonly renamed: string;
  readonly stand: string;
  readonly dropped: string;
  readonly hasGrants: boolean;
}

/** A view over a view, a domain over a type, a function that calls the other one; null where nothing can stand in. */
export function oldNameKept(what: string, name: ObjectName, to: string, before: Session): OldName | null {
  const old = quoteRelation(name);
  const next = quoteRelation({ schema: name.schema, name: to });
  switch (what) {
    case 'view':
    case 'materialized view':
      return {
        renamed: `${what.toUpperCase()} ${old}`,
        stand: `VIEW ${old} AS SELECT * FROM ${next}`,
        dropped: `VIEW ${old}`,
        hasGrants: true,
      };
    case 'type':
    case 'domain':
      return {
        renamed: `${what.toUpperCase()} ${old}`,
        stand: `DOMAIN ${old} AS ${next}`,
        dropped: `DOMAIN ${old}`,
        hasGrants: false,
      };
    case 'function':
      return functionKept(name, next, before);
    default:
      return null;
  }
}

/** Only a function that takes its arguments in the plain way and gives one value. */
function functionKept(name: ObjectName, next: string, before: Session): OldName | null {
  const [known, ...overloads] = findFunctions(before, name);
  if (known === undefined || overloads.length > 0 || known.procedure) return null;
  const { parameters, returns, returnsSet, volatility } = known;
  const isPlain = parameters.every((each) => each.mode === 'in' && each.default === null);
  if (!isPlain || returns === null || returnsSet) return null;
  const types = parameters.map(({ type }) => printType(type)).join(', ');
  const signature = `FUNCTION ${quoteRelation(name)}(${types})`;
  const call = `${next}(${parameters.map((_, at) => `$${String(at + 1)}`).join(', ')})`;
  return {
    renamed: signature,
    stand: `${signature} RETURNS ${printType(returns)} LANGUAGE sql ${volatility.toUpperCase()} AS $$ SELECT ${call} $$`,
    dropped: signature,
    hasGrants: true,
  };
}

/** Numbers that the old sequence gives before all clients have moved. */
const ROOM = 1_000_000;

/**
 * A second sequence that begins far behind the first, so that both give numbers for one release. Null where there may be no room: the
 * numbers go round, or end at a bound of the sequence's own.
 */
export function secondSequence(name: ObjectName, to: string, before: Session): Repair | null {
  const sequence = relationOf(before, name);
  if (sequence?.kind !== 'sequence' || sequence.ownedBy !== null || sequence.type === 'int2') return null;
  const { numbering = {} } = sequence;
  const step = typeof numbering['increment'] === 'number' ? numbering['increment'] : 1;
  const end = numbering[step < 0 ? 'minvalue' : 'maxvalue'] ?? null;
  if (end !== null || numbering['cycle'] === 'true') return null;
  const next = quoteRelation({ schema: name.schema, name: to });
  const as = sequence.type === 'int4' ? ' AS integer' : '';
  const said = Object.entries(numbering).flatMap(([option, value]) =>
    value === null || option === 'cycle' ? [] : [` ${option.toUpperCase()} ${String(value)}`],
  );
  const ahead = `${step < 0 ? '-' : '+'} ${String(ROOM * Math.abs(step))}`;
  const first = `(SELECT last_value ${ahead} FROM ${quoteRelation(name)})`;
  return {
    summary: 'two sequences for one release',
    steps: [
      migration(
        [
          `CREATE SEQUENCE ${next}${as}${said.join('')}`,
          `SELECT setval('${next.replaceAll("'", "''")}', ${first})`,
        ],
        'locks nothing that others use. It begins so far behind the first that no number comes twice.',
      ),
      deploy(`clients, and defaults that name it, draw from ${quoteName(to)}.`),
      migration(`DROP SEQUENCE ${quoteRelation(name)}`, 'one release later.'),
    ],
  };
}
