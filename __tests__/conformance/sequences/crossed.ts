import fc from 'fast-check';
import { verbatimFragment } from '../../../src/sql/fragment';
import type { Parser } from '../../../src/sql/parse';
import { filePath } from '../../../src/sql/source';
import type { LockFactRecord } from '../harness/lock-facts';

/** Which setup, and which statements of other facts after it; every seventh place or so opens or closes a transaction. */
export type Crossing = readonly [setup: number, picks: readonly number[]];

/** Numbers for `Crossings.statements`. */
export const CROSSING: fc.Arbitrary<Crossing> = fc.tuple(
  fc.nat(999_999),
  fc.array(fc.nat(999_999), { minLength: 1, maxLength: 14, size: 'max' }),
);

/** What reaches beyond the database that a sequence starts anew, and what statistics tell of a statement later. */
const OUTSIDE =
  /\b(?:ANALYZE|COLLATION|DATABASE|DISCARD|EVENT TRIGGER|EXECUTE \w+\b(?!\()|EXTENSION|GRANT|MAPPING|OWNED BY|OWNER|PREPARE|REVOKE|ROLE|SECURITY LABEL|SERVER|SUBSCRIPTION|SYSTEM|TABLESPACE|VACUUM|WRAPPER|app_user|current_user|pg_sleep)\b|^SET\b|REINDEX SCHEMA/i;

/** Measured statements on what other measured statements were measured on: a sequence of the setup of one and the statements of many. */
export class Crossings {
  private readonly crossed: readonly {
    readonly setup: readonly string[];
    readonly fitting: readonly string[];
  }[];

  constructor(facts: readonly LockFactRecord[], parser: Parser) {
    const split = (sql: string): readonly string[] | null => {
      const source = { path: filePath('crossed.sql'), text: sql };
      const items = parser.parse(verbatimFragment(source, 'none'));
      const texts = items.flatMap((item) =>
        item.kind === 'statement' ? [item.text.replace(/;\s*$/, '')] : [],
      );
      return texts.length === items.length ? texts : null;
    };
    const single = facts.filter(({ sql }) => !OUTSIDE.test(sql) && split(sql)?.length === 1);
    this.crossed = [...new Map(facts.map((fact) => [fact.setup, fact])).values()].flatMap((fact) => {
      const setup = OUTSIDE.test(fact.setup) ? null : split(fact.setup);
      const names = relationsOf(fact);
      const fitting = single.flatMap((each) =>
        relationsOf(each).some((name) => names.includes(name)) ? [each.sql.replace(/;\s*$/, '')] : [],
      );
      return setup === null || fitting.length === 0 ? [] : [{ setup, fitting }];
    });
  }

  /** The statements of one sequence. */
  statements([place, picks]: Crossing): readonly string[] {
    const { setup, fitting } = this.crossed[place % this.crossed.length] ?? { setup: [], fitting: [] };
    let open = false;
    const chosen = picks.flatMap((pick) => {
      const statement = fitting[pick % fitting.length] ?? '';
      if (pick % 7 !== 0) return [statement];
      open = !open;
      return [open ? 'BEGIN' : pick % 2 === 0 ? 'COMMIT' : 'ROLLBACK', statement];
    });
    return [...setup, ...chosen];
  }
}

function relationsOf({ kinds }: LockFactRecord): readonly string[] {
  return Object.keys(kinds).filter((name) => !kinds[name]?.endsWith('index'));
}
