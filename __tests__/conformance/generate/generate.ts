import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_MAJORS } from '../harness/majors';
import { startServer } from '../harness/server';
import { readCatalogs, type Catalogs } from './catalogs';
import { coercionModule, volatilityModule } from './modules';

// Writes what servers of every major say of functions, types and casts to src/postgres/*.generated.ts:
//   node --require ./scripts/typescript.js __tests__/conformance/generate/generate.ts [--check]
void main(process.argv.includes('--check'));

async function main(check: boolean): Promise<void> {
  const majors: (readonly [number, Catalogs])[] = [];
  for (const major of ALL_MAJORS) {
    const server = await startServer(major);
    majors.push([major, await readCatalogs(server)]);
    await server.stop();
  }
  const modules = {
    'volatility.generated.ts': volatilityModule(majors),
    'coercion.generated.ts': coercionModule(majors),
  };
  for (const [name, text] of Object.entries(modules)) {
    const path = join(__dirname, '../../../src/postgres', name);
    if (!check) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`stale: src/postgres/${name}`);
      process.exitCode = 1;
    }
  }
}
