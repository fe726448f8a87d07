import { MigrationBuilder } from 'node-pg-migrate/migrationBuilder';
import { answer } from './answer.mjs';

const database = { query: async () => ({ rows: [] }), select: async () => [] };

await answer(async (source) => {
  const pgm = new MigrationBuilder(database, {}, false, console);
  await new Function('pgm', `return (async () => { ${source} })()`)(pgm);
  return pgm.getSqlSteps();
});
