import { madeIndexes } from '../repairs/made';
import type { Step } from '../../analysis/step';
import type { Repair } from '../../findings/finding';
import { lexemes } from '../../sql/clauses';
import { performed, subject } from '../performed';
import { changed, editsOf, withEdits } from '../repairs/edits';
import { inPlace } from '../repairs/steps';
import type { MatchBase } from '../rule';
import { stepRule } from '../rule';
import { quoteName } from '../../sql/quote-name';

interface Match extends MatchBase {
  readonly step: Step;
  readonly concurrently: boolean;
  /** The name that the server makes up. */
  readonly name: string | null;
}

/** CREATE INDEX CONCURRENTLY without a name; with the parameter `all` every index without a name. */
export const indexUnnamed = stepRule<Match>({
  id: 'index-unnamed',
  title: 'Without a name a retry builds a second index and leaves the failed one behind',
  group: 'indexes',
  severity: 'notice',
  judges: 'effect',
  kinds: ['create-index'],

  check(step, run) {
    const all = run.options.parameters['index-unnamed']?.['all'] === true;
    return performed(step, 'create-index').flatMap((created): readonly Match[] => {
      const { index, concurrently } = created.operation;
      if (index.name !== null || !(concurrently || all)) return [];
      const table = subject(created);
      const name = table === undefined ? null : (madeIndexes(step, table.id)[0]?.name ?? null);
      return [{ step, concurrently, name }];
    });
  },

  message({ concurrently }) {
    return concurrently
      ? 'If this build fails, the next try builds another index under another name, and the INVALID one of the first try stays'
      : 'The server makes up a name for this index, which later migrations have to guess';
  },

  help() {
    return 'Name the index.';
  },

  repair({ step, name }): Repair | null {
    const { text } = step.statement;
    const tokens = lexemes(text);
    const on = tokens.findIndex(({ word }) => word === 'on');
    const before = tokens[on - 1];
    if (name === null || before === undefined || step.inner.length > 0) return null;
    const changes = [{ start: before.end, end: before.end, text: ` ${quoteName(name)}` }];
    return {
      summary: 'name the index as the server would',
      steps: [inPlace(changed(text, changes), 'the locks stay as they are.')],
      ...withEdits(editsOf(step.statement, changes)),
    };
  },
});
