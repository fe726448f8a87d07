import 'reflect-metadata';
import * as typeorm from 'typeorm';
import { answer } from './answer.mjs';

const NAMES = ['fk_orders', 'uq_orders', 'chk_orders', 'xcl_orders', 'idx_orders'];
const COLUMNS = ['id', 'name', 'userId', 'total', 'created_at'];

/** What the server would tell of a table: columns and constraints of any name that programs use, none of them related. */
function tableOf(path, isBare) {
  const named = (more) => (isBare ? [] : NAMES.map((name) => ({ name, ...more })));
  return new typeorm.Table({
    name: path,
    columns: COLUMNS.map((name) => ({ name, type: 'text' })),
    foreignKeys: named({
      columnNames: ['other'],
      referencedTableName: 'users',
      referencedColumnNames: ['id'],
    }),
    uniques: named({ columnNames: ['other'] }),
    checks: named({ expression: 'true' }),
    exclusions: named({ expression: 'USING gist (other WITH &&)' }),
    indices: named({ columnNames: ['other'] }),
  });
}

await answer(async (source) => {
  const driver = { Pool: class {}, Client: class {}, defaults: {}, types: { setTypeParser() {} } };
  const dataSource = new typeorm.DataSource({ type: 'postgres', driver });
  Object.assign(dataSource.driver, {
    schema: 'public',
    searchSchema: 'public',
    version: '16.0',
    isReplicated: false,
  });
  const runner = dataSource.createQueryRunner();
  const sent = [];
  let drops = false;
  Object.assign(runner, {
    query: async (sql) => {
      if (!/"typeorm_metadata"/.test(sql)) sent.push(sql.replaceAll(`"public".`, ''));
      return [];
    },
    getCachedTable: async (path) => tableOf(path, drops),
    getCachedView: async (name) =>
      new typeorm.View({ name, indices: NAMES.map((index) => ({ name: index, columnNames: ['other'] })) }),
    hasTable: async () => drops,
    hasColumn: async () => true,
    hasSchema: async () => false,
    hasEnumType: async () => false,
    getCurrentSchema: async () => 'public',
    getCurrentDatabase: async () => 'app',
    replaceCachedTable: () => {},
  });
  const dropTable = runner.dropTable.bind(runner);
  runner.dropTable = async (...args) => {
    drops = true;
    await dropTable(...args);
    drops = false;
  };
  const { Table, TableColumn, TableForeignKey, TableIndex, TableUnique, TableCheck, TableExclusion, View } =
    typeorm;
  const types = {
    Table,
    TableColumn,
    TableForeignKey,
    TableIndex,
    TableUnique,
    TableCheck,
    TableExclusion,
    View,
  };
  await new Function('queryRunner', ...Object.keys(types), `return (async () => { ${source} })()`)(
    runner,
    ...Object.values(types),
  );
  return sent;
});
