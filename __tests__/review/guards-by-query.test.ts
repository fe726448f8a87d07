import { KNEX, MIKROORM, NODE_PG_MIGRATE, ran, SEQUELIZE, TYPEORM } from './judged-scripts';

const TABLE = 'CREATE TABLE shops (id bigint PRIMARY KEY, name text)';
const ADDED = 'ALTER TABLE shops ADD COLUMN note text';
const COLUMN = (name: string): string =>
  `SELECT column_name FROM information_schema.columns WHERE table_name = 'shops' AND column_name = '${name}'`;

/** What runs besides the queries that ask. */
function written(statements: readonly string[]): readonly string[] {
  return statements.filter((each) => !each.toLowerCase().startsWith('select'));
}

describe('TypeORM', () => {
  const ADD = `await queryRunner.query('${ADDED}');`;

  test.each<[string, readonly string[]]>([
    [`const rows = await queryRunner.query("${COLUMN('note')}");\nif (rows.length === 0)`, [ADDED]],
    [`const rows = await queryRunner.query("${COLUMN('name')}");\nif (rows.length === 0)`, []],
    [`const rows = await queryRunner.query("${COLUMN('name')}");\nif (!rows.length)`, []],
    [`const rows = await queryRunner.query("${COLUMN('name')}");\nif (rows.length > 0)`, [ADDED]],
    [`const rows = await queryRunner.query("${COLUMN('note')}");\nif (rows.length < 1)`, [ADDED]],
    [`const rows = await queryRunner.query("${COLUMN('name')}");\nif (rows.length === 1)`, [`? ${ADDED}`]],
    [`const rows = await queryRunner.query("${COLUMN('name')}");\nif (rows[0])`, [ADDED]],
    [`const [row] = await queryRunner.query("${COLUMN('note')}");\nif (row === undefined)`, [ADDED]],
    [`const [row] = await queryRunner.query("${COLUMN('name')}");\nif (!row)`, []],
    [`const { length } = await queryRunner.query("${COLUMN('name')}");\nif (length === 0)`, []],
    [
      `const rows = await queryRunner.query('SELECT 1 FROM information_schema.columns WHERE table_name = $1 AND column_name = $2', ['shops', 'name']);\nif (!rows.length)`,
      [],
    ],
    [
      `const rows = await queryRunner.query('SELECT 1 FROM information_schema.columns WHERE table_name = $1 AND column_name = $2', ['shops', process.env.COLUMN]);\nif (!rows.length)`,
      [`? ${ADDED}`],
    ],
    [
      `const [{ exists }] = await queryRunner.query("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'audit') AS exists");\nif (!exists)`,
      [ADDED],
    ],
    [
      `const found = await queryRunner.query("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'shops')");\nif (!found[0].exists)`,
      [],
    ],
    [
      `const found = await queryRunner.query("SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'shops') AS missing");\nif (found[0].missing)`,
      [],
    ],
    [
      `const t = await queryRunner.query("SELECT to_regclass('public.shops') AS t");\nif (t[0].t === null)`,
      [],
    ],
    [`const t = await queryRunner.query("SELECT to_regclass('public.audit') AS t");\nif (!t[0].t)`, [ADDED]],
    [
      `const t = await queryRunner.query("SELECT to_regclass('shops') IS NOT NULL AS there");\nif (!t[0].there)`,
      [],
    ],
    [
      `const c = await queryRunner.query("SELECT count(*) FROM pg_constraint WHERE conname = 'shops_pkey'");\nif (parseInt(c[0].count, 10) > 0)`,
      [ADDED],
    ],
    [
      `const c = await queryRunner.query("SELECT COUNT(*)::int AS n FROM pg_indexes WHERE indexname = 'shops_name_idx'");\nif (c[0].n === 0)`,
      [ADDED],
    ],
    [
      `const c = await queryRunner.query("SELECT count(*) FROM pg_indexes WHERE indexname = 'shops_pkey'");\nif (c[0].count === '0')`,
      [],
    ],
    [
      `const c = await queryRunner.query("SELECT count(*) FROM pg_indexes WHERE indexname = 'shops_pkey'");\nif (Number(c[0].count) === 0)`,
      [],
    ],
    [`const rows = await queryRunner.query('SELECT id FROM shops');\nif (rows.length === 0)`, [`? ${ADDED}`]],
    [
      `const rows = await queryRunner.query("SELECT count(*) FROM pg_stat_activity");\nif (rows[0].count === '0')`,
      [`? ${ADDED}`],
    ],
    [
      `const rows = await queryRunner.query("SELECT 1 FROM information_schema.columns WHERE table_name = 'shops' AND data_type = 'text'");\nif (!rows.length)`,
      [`? ${ADDED}`],
    ],
    [
      `const rows = await queryRunner.query("SELECT max(ordinal_position) FROM information_schema.columns WHERE table_name = 'shops' AND column_name = 'note'");\nif (!rows.length)`,
      [`? ${ADDED}`],
    ],
  ])('%s', async (guard, expected) => {
    expect(written(await ran(TYPEORM, [`await queryRunner.query('${TABLE}');`], `${guard} ${ADD}`))).toEqual(
      expected,
    );
  });

  test('the answer is that of the moment when it was asked', async () => {
    const up = `const rows = await queryRunner.query("${COLUMN('note')}");
    ${ADD}
    if (rows.length === 0) await queryRunner.query('CREATE INDEX ON shops (note)');`;
    expect(written(await ran(TYPEORM, [`await queryRunner.query('${TABLE}');`], up))).toEqual([
      ADDED,
      'CREATE INDEX ON shops (note)',
    ]);
  });

  test('a history that begins in the middle does not know', async () => {
    const history = [`await queryRunner.query(process.env.EVERYTHING);`];
    const up = `const rows = await queryRunner.query("${COLUMN('note')}");\nif (!rows.length) ${ADD}`;
    expect(written(await ran(TYPEORM, history, up))).toEqual([`? ${ADDED}`]);
  });
});

describe('Knex', () => {
  test.each<[string, readonly string[]]>([
    [`const { rows } = await knex.raw("${COLUMN('name')}");\nif (rows.length) return;`, []],
    [`const found = await knex.raw("${COLUMN('name')}");\nif (found.rowCount > 0) return;`, []],
    [`const found = await knex.raw("${COLUMN('note')}");\nif (found.rows.length > 0) return;`, [ADDED]],
    [
      `const { rows: [row] } = await knex.raw("SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = ?)", ['shops']);\nif (row.exists) return;`,
      [],
    ],
  ])('%s', async (guard, expected) => {
    const up = `${guard}\nawait knex.raw('${ADDED}');`;
    expect(written(await ran(KNEX, [`await knex.raw('${TABLE}');`], up))).toEqual(expected);
  });
});

describe('Sequelize', () => {
  test.each<[string, readonly string[]]>([
    [`const [rows] = await queryInterface.sequelize.query("${COLUMN('name')}");\nif (rows.length === 0)`, []],
    [
      `const rows = await queryInterface.sequelize.query("${COLUMN('note')}", { type: Sequelize.QueryTypes.SELECT });\nif (rows.length === 0)`,
      [ADDED],
    ],
    [
      `const rows = await queryInterface.sequelize.query("SELECT 1 FROM pg_constraint WHERE conname = :name", { replacements: { name: 'shops_pkey' }, type: 'SELECT' });\nif (!rows.length)`,
      [],
    ],
    [
      `const row = await queryInterface.sequelize.query("${COLUMN('name')}", { type: 'SELECT', plain: true });\nif (!row)`,
      [],
    ],
    [
      `const rows = await queryInterface.sequelize.query("${COLUMN('note')}", { type: process.env.TYPE });\nif (!rows.length)`,
      [`? ${ADDED}`],
    ],
  ])('%s', async (guard, expected) => {
    const history = [`await queryInterface.sequelize.query('${TABLE}');`];
    const up = `${guard} await queryInterface.sequelize.query('${ADDED}');`;
    expect(written(await ran(SEQUELIZE, history, up))).toEqual(expected);
  });
});

describe('node-pg-migrate', () => {
  test.each<[string, readonly string[]]>([
    [`const rows = await pgm.db.select("${COLUMN('name')}");\nif (rows.length === 0)`, []],
    [`const { rows } = await pgm.db.query("${COLUMN('note')}");\nif (!rows.length)`, [ADDED]],
    [
      `const { rowCount } = await pgm.db.query({ text: 'SELECT 1 FROM pg_indexes WHERE indexname = $1', values: ['shops_pkey'] });\nif (!rowCount)`,
      [],
    ],
  ])('%s', async (guard, expected) => {
    const statements = await ran(NODE_PG_MIGRATE, [`pgm.sql('${TABLE}');`], `${guard} pgm.sql('${ADDED}');`);
    expect(written(statements)).toEqual(expected);
  });
});

describe('MikroORM', () => {
  test.each<[string, readonly string[]]>([
    [`const rows = await this.execute("${COLUMN('name')}");\nif (rows.length === 0)`, []],
    [
      `const [row] = await this.execute('SELECT to_regclass(?) AS found', ['audit']);\nif (row.found === null)`,
      [ADDED],
    ],
  ])('%s', async (guard, expected) => {
    const up = `${guard} this.addSql('${ADDED}');`;
    expect(written(await ran(MIKROORM, [`this.addSql('${TABLE}');`], up))).toEqual(expected);
  });
});
