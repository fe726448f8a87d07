import type { JsonReport } from '../../src/report/json-report';
import { type Proposal, reviewed } from '../report/reviewed';

const TABLE = 'CREATE TABLE orders (id bigint PRIMARY KEY, status text);';
const INDEX = 'CREATE INDEX orders_status_idx ON orders (status);';

const journal = (...tags: readonly string[]): string =>
  JSON.stringify({
    version: '7',
    dialect: 'postgresql',
    entries: tags.map((tag, idx) => ({
      idx,
      version: '7',
      when: 1_700_000_000_000 + idx,
      tag,
      breakpoints: true,
    })),
  });

const typeorm = (name: string, sql: string): string =>
  [
    "import { MigrationInterface, QueryRunner } from 'typeorm';",
    '',
    `export class ${name} implements MigrationInterface {`,
    '  public async up(queryRunner: QueryRunner): Promise<void> {',
    `    await queryRunner.query(\`${sql}\`);`,
    '  }',
    '  public async down(): Promise<void> {}',
    '}',
    '',
  ].join('\n');

const knex = (body: string): string =>
  `exports.up = async (knex) => {\n  ${body}\n};\nexports.down = async () => {};\n`;

const sequelize = (body: string): string =>
  `'use strict';\nmodule.exports = {\n  async up(queryInterface, Sequelize) {\n    ${body}\n  },\n  async down() {},\n};\n`;

const kysely = (body: string): string =>
  `import { Kysely } from 'kysely';\n\nexport async function up(db: Kysely<unknown>): Promise<void> {\n  ${body}\n}\n\nexport async function down(): Promise<void> {}\n`;

/** A pull request that adds an index to a table of an earlier migration: where its finding is to stand. */
interface Added extends Proposal {
  readonly tool: string;
  readonly path: string;
  readonly line: number;
  readonly transaction: string;
}

const PULL_REQUESTS: readonly Added[] = [
  {
    tool: 'prisma',
    base: {
      'prisma/schema.prisma':
        'datasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n',
      'prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
      'prisma/migrations/20260101000000_init/migration.sql': `${TABLE}\n`,
    },
    change: { 'prisma/migrations/20260102000000_index/migration.sql': `-- CreateIndex\n${INDEX}\n` },
    path: 'prisma/migrations/20260102000000_index/migration.sql',
    line: 2,
    transaction: 'call',
  },
  {
    tool: 'drizzle',
    base: {
      'drizzle.config.ts':
        "import { defineConfig } from 'drizzle-kit';\nexport default defineConfig({ dialect: 'postgresql', out: './drizzle' });\n",
      'drizzle/meta/_journal.json': journal('0000_init'),
      'drizzle/0000_init.sql': `${TABLE}\n`,
    },
    change: {
      'drizzle/meta/_journal.json': journal('0000_init', '0001_index'),
      'drizzle/0001_index.sql': `${INDEX}\n`,
    },
    path: 'drizzle/0001_index.sql',
    line: 1,
    transaction: 'all',
  },
  {
    tool: 'knex',
    base: {
      'package.json': '{"dependencies": {"knex": "3.1.0", "pg": "8.11.0"}}\n',
      'knexfile.js': "module.exports = { client: 'pg', migrations: { directory: './migrations' } };\n",
      'migrations/20260101000000_init.js': knex(
        "await knex.schema.createTable('orders', (t) => { t.bigIncrements('id'); t.text('status'); });",
      ),
    },
    change: {
      'migrations/20260102000000_index.js': knex(
        "await knex.schema.alterTable('orders', (t) => { t.index(['status']); });",
      ),
    },
    path: 'migrations/20260102000000_index.js',
    line: 2,
    transaction: 'all',
  },
  {
    tool: 'typeorm',
    base: {
      'package.json': '{"dependencies": {"typeorm": "0.3.20", "pg": "8.11.0"}}\n',
      'src/migrations/1700000000000-Init.ts': typeorm('Init1700000000000', TABLE),
    },
    change: { 'src/migrations/1700000001000-Index.ts': typeorm('Index1700000001000', INDEX) },
    path: 'src/migrations/1700000001000-Index.ts',
    line: 5,
    transaction: 'all',
  },
  {
    tool: 'sequelize',
    base: {
      'package.json':
        '{"dependencies": {"sequelize": "6.37.0", "pg": "8.11.0"}, "devDependencies": {"sequelize-cli": "6.6.0"}}\n',
      'migrations/20260101000000-init.js': sequelize(
        "await queryInterface.createTable('orders', { id: { type: Sequelize.BIGINT, primaryKey: true }, status: Sequelize.TEXT });",
      ),
    },
    change: {
      'migrations/20260102000000-index.js': sequelize("await queryInterface.addIndex('orders', ['status']);"),
    },
    path: 'migrations/20260102000000-index.js',
    line: 4,
    transaction: 'none',
  },
  {
    tool: 'kysely',
    base: {
      'package.json': '{"dependencies": {"kysely": "0.28.0", "pg": "8.11.0"}}\n',
      'src/migrations/2026-01-01-init.ts': kysely(
        "await db.schema.createTable('orders').addColumn('id', 'bigint', (c) => c.primaryKey()).addColumn('status', 'text').execute();",
      ),
    },
    change: {
      'src/migrations/2026-01-02-index.ts': kysely(
        "await db.schema.createIndex('orders_status_idx').on('orders').column('status').execute();",
      ),
    },
    path: 'src/migrations/2026-01-02-index.ts',
    line: 4,
    transaction: 'all',
  },
];

test.each(PULL_REQUESTS)('$tool: the file that was added, with its history', async (proposal) => {
  const { artifacts } = await reviewed({ ...proposal, rules: ['create-index-not-concurrent'] });
  const { migrations, history } = JSON.parse(artifacts.json) as JsonReport;
  expect(
    migrations.map(({ path, tool, status, transaction, statements }) => ({
      path,
      tool,
      status,
      transaction,
      findings: statements.flatMap(({ findings }) =>
        findings.map(({ rule, line, gating }) => ({ rule, line, gating })),
      ),
    })),
  ).toEqual([
    {
      path: proposal.path,
      tool: proposal.tool,
      status: 'added',
      transaction: proposal.transaction,
      findings: [{ rule: 'create-index-not-concurrent', line: proposal.line, gating: true }],
    },
  ]);
  expect(history).toEqual({ migrations: 1, gaps: 0, source: 'files' });
  expect(artifacts.gate.conclusion).toBe('failure');
});
