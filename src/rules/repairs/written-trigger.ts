import { findFunctions, findType } from '../../analysis/catalog/resolve';
import type { Trigger } from '../../analysis/catalog/relation';
import type { Session } from '../../analysis/session';
import type { Expression } from '../../postgres/expression';
import { everyPart } from '../../postgres/expression';
import type { ObjectName } from '../../postgres/name';
import { systemType } from '../../postgres/system-type';
import { volatilityOf } from '../../postgres/volatility';
import { quoteName } from '../../sql/quote-name';
import { quoteRelation, quoteText } from '../sql-text';
import { plainName } from '../object-names';

/** CREATE TRIGGER with all that a trigger says but the statement's first words: `timing event ON table …`. */
export function triggerClauses(
  session: Session,
  table: ObjectName,
  trigger: Trigger,
  when: string | null,
): string {
  const { constraint, columns } = trigger;
  const of = columns.length === 0 ? '' : ` OF ${columns.map(quoteName).join(', ')}`;
  const events = trigger.events.map((event) => event.toUpperCase() + (event === 'update' ? of : ''));
  const other =
    constraint === null || constraint.referenced === null
      ? undefined
      : session.catalog.relations.get(constraint.referenced);
  const words = [
    `${trigger.timing.toUpperCase()} ${events.join(' OR ')} ON ${quoteRelation(table)}`,
    other === undefined ? '' : `FROM ${quoteRelation(plainName(other))}`,
    constraint?.deferrable === true ? 'DEFERRABLE' : '',
    constraint?.initiallyDeferred === true ? 'INITIALLY DEFERRED' : '',
    transitionClause(trigger),
    `FOR EACH ${trigger.row ? 'ROW' : 'STATEMENT'}`,
    when === null ? '' : `WHEN (${when})`,
    `EXECUTE FUNCTION ${quoteRelation(plainName(trigger.function))}(${trigger.args.map(quoteText).join(', ')})`,
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** What WHEN says means the same as when it was written: the server keeps functions and types themselves, the text their names. */
export function saysTheSame(session: Session, { when }: Trigger): boolean {
  return (
    when === null || (when.text !== '' && everyPart(when.expression).every((part) => isThere(session, part)))
  );
}

function isThere(session: Session, part: Expression): boolean {
  if (part.kind === 'call')
    return (
      volatilityOf(part.name.name, session.major) !== 'unknown' ||
      findFunctions(session, part.name).length > 0
    );
  if (part.kind !== 'cast') return true;
  return (
    systemType(part.type.name, session.major) !== undefined || findType(session, part.type) !== undefined
  );
}

function transitionClause({ transitions }: Trigger): string {
  const named = [
    ...(transitions.old === null ? [] : [`OLD TABLE AS ${quoteName(transitions.old)}`]),
    ...(transitions.new === null ? [] : [`NEW TABLE AS ${quoteName(transitions.new)}`]),
  ];
  return named.length === 0 ? '' : `REFERENCING ${named.join(' ')}`;
}
