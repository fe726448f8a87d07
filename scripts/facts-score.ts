import { ASPECTS, compareFacts } from '../__tests__/analysis/compare-facts';
import { readerWith } from '../__tests__/analysis/our-reading';
import { readLockFacts } from '../__tests__/conformance/harness/lock-facts';
import { loadParser } from '../src/sql/parse';

// How far our reading agrees with the measured facts, and where not:
//   node --require ./scripts/typescript.js scripts/facts-score.ts [part of an id, or an aspect] [majors, such as 11,18]
void main(process.argv[2] ?? '', process.argv[3] ?? '11,12,13,14,15,16,17,18');

async function main(filter: string, majors: string): Promise<void> {
  const aspects = ASPECTS.filter((aspect) => aspect === filter);
  const facts = readLockFacts().filter(({ id }) => aspects.length > 0 || id.includes(filter));
  const all = compareFacts(facts, () => majors.split(',').map(Number), readerWith(await loadParser()));
  const shown = all.filter(({ aspect }) => aspects.length === 0 || aspects.includes(aspect));
  const groups = groupBy(
    shown.filter(({ agrees }) => !agrees),
    ({ id, aspect, expected, ours }) => JSON.stringify([id, aspect, expected, ours]),
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    console.log(`${first.id} [${group.map(({ major }) => major).join(' ')}] ${first.statement}`);
    console.log(
      `    ${first.aspect}: ${JSON.stringify(first.expected)} but we say ${JSON.stringify(first.ours)}`,
    );
  }
  for (const aspect of ASPECTS) {
    const of = all.filter((each) => each.aspect === aspect);
    console.log(`${aspect.padEnd(14)} ${of.filter(({ agrees }) => agrees).length} of ${of.length}`);
  }
  const results = new Set(all.map(({ id, major }) => `${id} ${major}`));
  const wrong = new Set(all.filter(({ agrees }) => !agrees).map(({ id, major }) => `${id} ${major}`));
  console.log(`all aspects    ${results.size - wrong.size} of ${results.size} results`);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
