import { parametersOf } from '../parameters';
import type { MatchBase } from '../rule';
import { runRule } from '../rule';
import { lastShipped, SHIPPED } from '../shipped';

interface Match extends MatchBase {
  readonly migration: number;
  readonly last: string;
  readonly effect: string;
}

const ID = 'out-of-order-migration';
const PARAMETERS = {
  shipped: SHIPPED,
  anyOrder: {
    kind: 'list',
    default: [],
    says: 'Tools, or folders of migrations, whose runner runs what has not run yet by its name, whatever its place: `knex`, `packages/shop/migrations`.',
  },
} as const;

/** A new migration that sorts before one that is at the base. */
export const outOfOrderMigration = runRule<Match>({
  id: ID,
  title: 'A new migration sorts before one that others have run',
  group: 'hygiene',
  severity: 'warning',
  judges: 'effect',
  on: 'migration',
  parameters: PARAMETERS,

  check(migration, run) {
    const place = migration?.place;
    if (migration === null || place === undefined || migration.status !== 'added') return [];
    const { shipped, anyOrder } = parametersOf(run, ID, PARAMETERS);
    if (anyOrder.some((each) => each === migration.tool || isIn(migration.path, each))) return [];
    const end = lastShipped(run, shipped)?.place ?? Infinity;
    const later = run.neighbours.filter(
      ({ judged, place: other = -1 }) => !judged && other > place && other <= end,
    );
    const last = later.reduce((a, b) => ((b.place ?? 0) > (a.place ?? 0) ? b : a), later[0] ?? migration);
    if (last === migration) return [];
    return [{ migration: migration.index, last: last.path, effect: EFFECTS[migration.tool] ?? OTHERWISE }];
  },

  message({ last, effect }) {
    return `This new migration sorts before "${last}", which databases may have run: ${effect}`;
  },

  help() {
    return 'Give it a version after the last one.';
  },
});

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder.replace(/^\.\/|\/+$/g, '')}/`);
}

const OTHERWISE = 'there it runs after it, on a new database before it';

/** What the runner does with a migration that comes late, where it is not simply run. Source: the tools' own documentation. */
const EFFECTS: Readonly<Record<string, string>> = {
  'golang-migrate': 'there it never runs, and nothing says so',
  drizzle: 'there it never runs, and nothing says so',
  flyway: 'there the runner refuses it, unless out-of-order is allowed',
  goose: 'there the runner refuses it, unless missing migrations are allowed',
  supabase: 'there the runner refuses it, unless all are included',
};
