import { createRequire } from 'node:module';
import { Sequelize } from 'sequelize';
import { answer } from './answer.mjs';

const { injectReplacements } = createRequire(import.meta.url)('../node_modules/sequelize/lib/utils/sql.js');
const dialectModule = { types: { setTypeParser() {}, arrayParser: {} }, Client: class {} };

await answer(async (source) => {
  const sequelize = new Sequelize({ dialect: 'postgres', dialectModule, logging: false });
  const sent = [];
  sequelize.query = async (given, options = {}) => {
    const sql = typeof given === 'object' ? given.query : given;
    const text = options.replacements
      ? injectReplacements(sql, sequelize.dialect, options.replacements)
      : sql;
    if (!/^SELECT t\.typname/.test(text)) sent.push(text);
    return options.plain ? null : [[], {}];
  };
  sequelize.dialect.connectionManager._refreshDynamicOIDs = async () => {};
  const queryInterface = sequelize.getQueryInterface();
  queryInterface.describeTable = async () =>
    new Proxy({}, { get: () => ({ type: 'TEXT', allowNull: true }) });
  await new Function('queryInterface', 'Sequelize', `return (async () => { ${source} })()`)(
    queryInterface,
    Sequelize,
  );
  return sent;
});
