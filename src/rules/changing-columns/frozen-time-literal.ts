import { columnOf, isTable } from '../../analysis/catalog/find';
import type { Repair } from '../../findings/finding';
import type { Expression } from '../../postgres/expression';
import type { Step } from '../../analysis/step';
import type { TypeName } from '../../postgres/type-name';
import { performed, subject } from '../performed';
import { editsOf, withEdits } from '../repairs/edits';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { named } from '../words';

interface Match extends MatchBase {
  readonly step: Step;
  readonly column: string;
  readonly literal: string;
}

const FROZEN = /^\s*(?:now(?:\(\))?|today|tomorrow|yesterday)\s*$/i;
const TIMES: ReadonlySet<string> = new Set(['date', 'time', 'timetz', 'timestamp', 'timestamptz']);

/** DEFAULT 'now': the string is read once, when the migration runs. */
export const frozenTimeLiteral = stepRule<Match>({
  id: 'frozen-time-literal',
  title: 'A time that is written as a string is read once, when the migration runs',
  group: 'changing-columns',
  severity: 'error',
  judges: 'effect',
  kinds: ['create-table', 'add-column', 'set-default'],

  check(step) {
    const found: Match[] = [];
    const look = (column: string, type: TypeName | null, value: Expression | null): void => {
      const literal = value === null ? null : frozen(value, type);
      if (literal !== null) found.push({ step, column, literal });
    };
    for (const { operation } of performed(step, 'create-table'))
      for (const column of operation.columns) look(column.name, column.type, column.default);
    for (const { operation } of performed(step, 'add-column'))
      look(operation.column.name, operation.column.type, operation.column.default);
    for (const set of performed(step, 'set-default')) {
      const table = subject(set);
      const known = table !== undefined && isTable(table) ? columnOf(table, set.operation.column) : undefined;
      look(set.operation.column, known?.type ?? null, set.operation.default);
    }
    return found;
  },

  message({ column, literal }) {
    return `'${literal}' is read once, when this migration runs: every later row gets that moment in ${named({ name: column })}, not the moment of its INSERT`;
  },

  help({ literal }) {
    return /^\s*now/i.test(literal)
      ? 'Write now().'
      : 'Write CURRENT_DATE, with an interval added to it where it is another day.';
  },

  repair({ step, literal }): Repair | null {
    const quoted = `'${literal}'`;
    const at = step.statement.text.indexOf(quoted);
    const once = at !== -1 && !step.statement.text.includes(quoted, at + 1);
    if (!once || !/^\s*now/i.test(literal) || step.inner.length > 0) return null;
    const changes = [{ start: at, end: at + quoted.length, text: 'now()' }];
    const { text } = step.statement;
    return {
      summary: 'ask for the time at each INSERT',
      steps: [
        inPlace(`${text.slice(0, at)}now()${text.slice(at + quoted.length)}`, 'the locks stay as they are.'),
      ],
      ...withEdits(editsOf(step.statement, changes)),
    };
  },
});

/** The string, where it becomes a time at once: by a cast to such a type, or because the column has one. */
function frozen(value: Expression, type: TypeName | null): string | null {
  if (value.kind === 'constant') {
    const isTime = type !== null && TIMES.has(type.name) && type.arrayDimensions === 0;
    return isTime && typeof value.value === 'string' && FROZEN.test(value.value) ? value.value : null;
  }
  if (value.kind !== 'cast') return null;
  return value.arg.kind === 'cast' || TIMES.has(value.type.name) ? frozen(value.arg, value.type) : null;
}
