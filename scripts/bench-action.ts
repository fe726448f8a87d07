import { removeAction } from '../__tests__/action/run-action';
import type { Outcome } from '../__tests__/action/run-action';
import { scenario } from '../__tests__/action/scenario';

/**
 * How long the bundle takes on a pull request, from start to exit, against a server on this machine that answers at once:
 * `npm run bench:action`. Needs `npm run build` and `npm ci --prefix __tests__/action`.
 */
interface Size {
  readonly name: string;
  readonly history: number;
  readonly changed: number;
  /** Milliseconds and megabytes that it may take on two idle cores. */
  readonly most: readonly [number, number];
  /** Without a checkout, the tree and the files of history are asked for as well. */
  readonly requests: Readonly<Record<'merge' | 'none', number>>;
}

const SIZES: readonly Size[] = [
  { name: 'usual', history: 200, changed: 3, most: [600, 200], requests: { merge: 9, none: 59 } },
  { name: 'large', history: 4000, changed: 300, most: [3000, 200], requests: { merge: 59, none: 59 } },
];
const RUNS = 3;

void main();

async function main(): Promise<void> {
  for (const size of SIZES) {
    const at = await scenario({
      base: files(1, size.history),
      change: files(size.history + 1, size.changed),
    });
    for (const checkout of ['merge', 'none'] as const) {
      const runs: Outcome[] = [];
      for (let run = 0; run < RUNS; run++) {
        at.state.comments.length = 0;
        // As on a runner, where no earlier run has left machine code.
        runs.push(await at.pullRequest({ checkout, environment: { NODE_DISABLE_COMPILE_CACHE: '1' } }));
      }
      const [best] = runs.sort((a, b) => a.milliseconds - b.milliseconds);
      if (best === undefined) continue;
      const measured = [best.milliseconds, best.megabytes, best.requests.length] as const;
      const most = [...size.most, size.requests[checkout]] as const;
      const over = measured.some((value, index) => value > (most[index] ?? 0)) ? ' OVER' : '';
      process.stdout.write(
        `${size.name}, checkout ${checkout}: ${figures(measured)}, ${best.outputs['files-analyzed'] ?? '0'} files, exit ${String(best.status)}; at most ${figures(most)}${over}\n`,
      );
    }
    await at.stop();
  }
  removeAction();
}

function figures([milliseconds, megabytes, requests]: readonly [number, number, number]): string {
  return `${String(milliseconds)} ms, ${String(megabytes)} MB, ${String(requests)} requests`;
}

/** Migrations as teams write them: tables first, then columns, indexes and foreign keys on them. */
function files(first: number, count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const number = first + index;
      return [`migrations/${String(number).padStart(5, '0')}_change.sql`, statementsOf(number)] as const;
    }),
  );
}

function statementsOf(number: number): string {
  const table = `table_${String(number - (number % 4))}`;
  switch (number % 4) {
    case 0:
      return `CREATE TABLE ${table} (id bigint PRIMARY KEY, name text NOT NULL, created_at timestamptz DEFAULT now());\n`;
    case 1:
      return `ALTER TABLE ${number < 4 ? 'table_4' : table} ADD COLUMN IF NOT EXISTS note text;\n`;
    case 2:
      return `CREATE INDEX idx_${String(number)} ON ${number < 4 ? 'table_4' : table} (name);\n`;
    default:
      return `INSERT INTO ${number < 4 ? 'table_4' : table} (id, name) VALUES (1, 'one'), (2, 'two');\n`;
  }
}
