import fc from 'fast-check';
import { Bench } from './bench';
import type { Choice } from './chooser';
import { SEQUENCE } from './choices';
import type { Outcome } from './run-sequence';
import { runChoices, runSequence } from './run-sequence';
import { selectedMajors } from '../harness/majors';
import type { Server } from '../harness/server';
import { startServer } from '../harness/server';
import { loadParser } from '../../../src/sql/parse';
import type { Parser } from '../../../src/sql/parse';

// Runs generated migrations on servers and through our reading, and groups what differs; --shrink looks for the smallest of each kind.
//   PGFENCE_MAJORS=14,18 node --require ./scripts/typescript.js __tests__/conformance/sequences/explore.ts COUNT [--seed N] [--shrink] [--refused]
void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? '100');
  const seed = args.includes('--seed') ? Number(args[args.indexOf('--seed') + 1]) : 1;
  const parser = await loadParser();
  for (const major of selectedMajors(process.env['PGFENCE_MAJORS'])) {
    const server = await startServer(major);
    await runAll(server, parser, fc.sample(SEQUENCE, { numRuns: count, seed }), args);
    await server.stop();
  }
}

async function runAll(
  server: Server,
  parser: Parser,
  sequences: readonly (readonly Choice[])[],
  args: readonly string[],
): Promise<void> {
  const bench = await Bench.on(server);
  const started = performance.now();
  let compared = 0;
  let foreseen = 0;
  let otherwise = 0;
  const unforeseen = new Map<string, string[]>();
  const found = new Map<string, { choices: readonly Choice[]; outcome: Outcome; count: number }>();
  for (const choices of sequences) {
    const outcome = await runChoices(bench, parser, server.major, choices);
    compared += outcome.compared;
    for (const each of outcome.refused) {
      if (each.foreseen === 'yes') foreseen += 1;
      else if (each.foreseen === 'for another reason') otherwise += 1;
      else unforeseen.set(each.code, [...(unforeseen.get(each.code) ?? []), each.statement]);
    }
    if (outcome.mismatch === null) continue;
    const kind = kindOf(outcome);
    const known = found.get(kind);
    if (known === undefined) found.set(kind, { choices, outcome, count: 1 });
    else known.count += 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const missed = [...unforeseen.values()].flat().length;
  console.log(
    `${server.major}: ${sequences.length} sequences, ${compared} statements compared, ${foreseen} refused as foreseen, ${otherwise} for another reason, ${missed} not foreseen, ` +
      `${[...found.values()].reduce((sum, each) => sum + each.count, 0)} mismatches, ${seconds} s`,
  );
  for (const [code, statements] of unforeseen)
    console.log(
      `  not foreseen ${code}: ${statements.length}${args.includes('--refused') ? `\n    ${statements.slice(0, 4).join('\n    ')}` : ''}`,
    );
  for (const [kind, { choices, outcome, count }] of found) {
    const least = args.includes('--shrink')
      ? await shrink(bench, parser, server.major, choices, kind)
      : outcome;
    console.log(`== ${kind} (${count})\n${least.statements.map((each) => `${each};`).join('\n')}`);
    console.log(
      `   server: ${JSON.stringify(least.mismatch?.server).slice(0, 1500)}\n   ours:   ${JSON.stringify(least.mismatch?.ours).slice(0, 1500)}`,
    );
  }
  await bench.close();
}

/** Leaves out choices as long as the same kind of mismatch stays. */
async function shrink(
  bench: Bench,
  parser: Parser,
  major: number,
  choices: readonly Choice[],
  kind: string,
): Promise<Outcome> {
  let least = choices;
  let outcome = await runChoices(bench, parser, major, least);
  least = least.slice(0, outcome.statements.length);
  for (let i = least.length - 2; i >= 0; i -= 1) {
    const fewer = least.filter((_, at) => at !== i);
    const tried = await runChoices(bench, parser, major, fewer);
    const same = kind === kindOf(tried);
    if (!same) continue;
    least = fewer.slice(0, tried.statements.length);
    outcome = tried;
    i = Math.min(i, least.length - 1);
  }
  return shrinkText(bench, parser, major, outcome, kind);
}

/** Leaves out statements as they stand: what a choice makes depends on those before it, so that some stay for the names alone. */
async function shrinkText(
  bench: Bench,
  parser: Parser,
  major: number,
  outcome: Outcome,
  kind: string,
): Promise<Outcome> {
  let least = outcome;
  for (let i = least.statements.length - 2; i >= 0; i -= 1) {
    const tried = await runSequence(
      bench,
      parser,
      major,
      least.statements.filter((_, at) => at !== i),
    );
    if (kind === kindOf(tried)) least = tried;
    i = Math.min(i, least.statements.length - 1);
  }
  return least;
}

/** What is counted as the same kind of mismatch. */
function kindOf({ mismatch, statements }: Outcome): string {
  if (mismatch === null) return 'none';
  const statement = statements.at(-1) ?? '';
  const words = statement.split(' ').slice(0, 2).join(' ');
  if (mismatch.aspect !== 'refusal')
    return `${mismatch.aspect}: ${words} ${/ (ADD|DROP|ALTER|SET|ATTACH|DETACH|RENAME|VALIDATE|INHERIT|NO INHERIT)\b/.exec(statement)?.[1] ?? ''}`;
  return `refusal: ${words} ${JSON.stringify(mismatch.server).slice(0, 17)} ${JSON.stringify(mismatch.ours)
    .replaceAll(/"\w+_\w+"/g, '')
    .slice(0, 60)}`;
}
