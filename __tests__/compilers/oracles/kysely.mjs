import * as library from 'kysely';
import { answer } from './answer.mjs';

const { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } = library;

/** A parameter as the driver would write it. */
function literal(value) {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

await answer(async (source) => {
  const sent = [];
  const db = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) =>
      sent.push(query.sql.replace(/\$(\d+)/g, (_mark, index) => literal(query.parameters[index - 1]))),
  });
  await new Function('db', 'sql', `return (async () => { ${source} })()`)(db, sql);
  return sent;
});
