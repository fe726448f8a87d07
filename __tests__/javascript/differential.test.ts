import * as babel from '@babel/parser';
import { runInNewContext } from 'node:vm';
import { exportOf, readModule } from '../../src/javascript/read-module';
import { random } from '../compilers/random';
import { plain } from './plain';
import { program } from './programs';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 150);

/** What the evaluator tells of a program without running it. */
function read(source: string): unknown {
  const text = `${source}\nexport const result = await main();`;
  const module = readModule({ parser: babel, path: 'one.js', text, load: () => null, parsed: new Map() });
  return module && plain(exportOf(module, 'result'));
}

async function run(source: string): Promise<unknown> {
  return JSON.parse(JSON.stringify(await runInNewContext(`${source}\nmain();`, {}, { timeout: 1000 })));
}

test('tells of programs what running them gives', async () => {
  const differences = [];
  let compared = 0;
  for (let seed = 0; seed < PROGRAMS; seed += 1) {
    const source = program(random(seed));
    const ran = await run(source).catch(() => undefined);
    // A program that fails or makes texts without end says nothing.
    if (ran === undefined || JSON.stringify(ran).length > 20_000) continue;
    compared += 1;
    const told = read(source);
    if (JSON.stringify(told) !== JSON.stringify(ran)) differences.push({ seed, source, told, ran });
  }
  expect(differences.slice(0, 2)).toEqual([]);
  expect(compared).toBeGreaterThan(PROGRAMS * 0.9);
});
