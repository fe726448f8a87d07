import { entriesIn, inMajor, type Row } from './catalog-rows';
import { castBetween } from './coercion';
import { OPERATOR_CLASSES } from './coercion.generated';
import { systemType } from './system-type';

/** The types that may stand in for another by their bytes, where classes are looked for. */
const INPUT_TYPES: readonly string[] = ['text', 'inet', 'oid', 'varbit', 'bytea', 'int4'];

/**
 * The default operator class of a type in an index of the method, such as `text_ops` for `varchar` in a `btree`; undefined if there
 * is none or the type is unknown. Pass `anyarray`, `anyenum`, `anyrange`, `anymultirange` or `record` for a type of that kind.
 * An index keeps its file through a change of type only if this stays the same. Source: indexcmds.c, GetDefaultOpClass.
 */
export function defaultOperatorClass(method: string, type: string, major: number): string | undefined {
  const own = classOf(method, type, major);
  if (own !== undefined) return own;
  const standIns = INPUT_TYPES.filter((candidate) => {
    const cast = castBetween(type, candidate, major);
    return typeof cast !== 'string' && cast.method === 'binary' && cast.context === 'implicit';
  });
  const withClass = standIns.filter((candidate) => classOf(method, candidate, major) !== undefined);
  const preferred = withClass.find((candidate) => systemType(candidate, major)?.preferred === true);
  const [first, ...others] = withClass;
  const chosen = preferred ?? (others.length === 0 ? first : undefined);
  return chosen === undefined ? polymorphic(method, type, major) : classOf(method, chosen, major);
}

/**
 * The extension that brings the default operator class of a type in an index of the method; '' for PostgreSQL itself, undefined if
 * nobody does.
 */
export function bringerOfClass(method: string, type: string): string | undefined {
  classes ??= entriesIn(OPERATOR_CLASSES.flatMap(byMethod), '|');
  const bringers = classes(`${method} ${type}`).map(({ extension }) => extension);
  return bringers.includes('') ? '' : bringers[0];
}

let classes: ReturnType<typeof entriesIn> | undefined;

function classOf(method: string, type: string, major: number): string | undefined {
  classes ??= entriesIn(OPERATOR_CLASSES.flatMap(byMethod), '|');
  return inMajor(classes(`${method} ${type}`), major)[0]?.key;
}

/** Ranges of PostgreSQL itself have no class of their own but that of all ranges. */
function polymorphic(method: string, type: string, major: number): string | undefined {
  if (systemType(type, major)?.category !== 'R') return undefined;
  return classOf(method, type.endsWith('multirange') ? 'anymultirange' : 'anyrange', major);
}

/** From rows that say `type=class` of a method to rows that say the class of `method type`. */
function byMethod([method, since, until, extension, subjects]: Row): readonly Row[] {
  return subjects.split(' ').map((subject): Row => {
    const [type = '', name = ''] = subject.split('=');
    return [name, since, until, extension, `${method} ${type}`];
  });
}
