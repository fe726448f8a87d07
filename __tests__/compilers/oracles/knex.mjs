import Knex from 'knex';
import { createRequire } from 'node:module';
import { answer } from './answer.mjs';

const { formatQuery } = createRequire(import.meta.url)('knex/lib/execution/internal/query-executioner.js');

await answer(async (source) => {
  const knex = Knex({ client: 'pg' });
  const sent = [];
  knex.client.acquireConnection = async () => ({});
  knex.client.releaseConnection = async () => {};
  knex.client.query = async (_connection, given) => {
    const query = typeof given === 'string' ? { sql: given, bindings: [] } : given;
    sent.push(formatQuery(query.sql, knex.client.prepBindings(query.bindings), undefined, knex.client));
    return { ...query, response: { rows: [], rowCount: 0, command: '' } };
  };
  knex.client.logger.warn = () => {};
  await new Function('knex', `return (async () => { ${source} })()`)(knex);
  return sent;
});
