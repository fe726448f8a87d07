import type { OwnForm, Repair, RepairStep } from '../findings/finding';
import { lexemes, subcommandsOf } from '../sql/clauses';
import type { SourceFile } from '../sql/source';
import { TOOLS } from '../tools/registry';

/**
 * A repair whose migrations can be written as the tool's users would write them; as it is where the runner is not recognised. Not
 * all reporters ask for that form.
 */
export function withOwnForm(repair: Repair | null, tool: string, { path, text }: SourceFile): Repair | null {
  if (repair === null || tool === 'sql') return repair;
  const steps = repair.steps.map((step, index): RepairStep => {
    if (step.run !== 'migration') return step;
    const own = (): OwnForm | undefined =>
      ownForm(step, tool, {
        after: path,
        text,
        place: placeOf(repair.steps, index),
        last: isLast(repair.steps, index),
      });
    return { own, ...step };
  });
  return { ...repair, steps };
}

interface Position {
  readonly after: string;
  readonly text: string;
  readonly place: number;
  readonly last: boolean;
}

function ownForm(
  { sql, transaction }: RepairStep,
  name: string,
  { last, ...position }: Position,
): OwnForm | undefined {
  const tool = TOOLS.find((each) => each.name === name);
  if (tool === undefined || sql === undefined || transaction === 'same') return undefined;
  const printed = tool.printRepair({ sql, transaction, name: nameOf(sql), ...position });
  // Where all that is pending shares a transaction, two steps of one deploy would too.
  const apart = tool.runner.transaction === 'all' && transaction === 'own' && !last;
  return apart ? { ...printed, where: `${printed.where}, applied before the next one is there` } : printed;
}

/** Which of the new migrations a step is, from 1. */
function placeOf(steps: readonly RepairStep[], index: number): number {
  return steps.slice(0, index + 1).filter(({ run }) => run === 'migration').length;
}

function isLast(steps: readonly RepairStep[], index: number): boolean {
  return !steps.slice(index + 1).some(({ run }) => run === 'migration');
}

/** What a migration with this SQL may be called: what its last statement does, and to what. */
function nameOf(sql: string): string {
  const statement = sql.trim().split(/;\n/).at(-1) ?? '';
  const tokens = lexemes(statement);
  const wordAfter = (...words: readonly string[]): string | undefined => {
    const at = tokens.findIndex(({ word }) => words.includes(word));
    const next = tokens
      .slice(at + 1)
      .find(({ word }) => !['concurrently', 'if', 'not', 'exists', 'only'].includes(word));
    return at === -1 || next === undefined ? undefined : statement.slice(next.start, next.end);
  };
  const [first] = subcommandsOf(statement, tokens)?.subcommands ?? [];
  const verb = tokens.find(({ start }) => start >= (first?.start ?? 0))?.word ?? 'change';
  const what =
    wordAfter('constraint', 'index', 'column', 'trigger', 'function', 'view') ??
    wordAfter('table', 'on') ??
    '';
  return `${verb}_${what}`
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '')
    .replace(/_$/, '');
}
