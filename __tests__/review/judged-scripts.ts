import { reviewed } from '../report/reviewed';

/** A tool whose migrations are scripts. */
export interface Files {
  readonly path: (number: number) => string;
  readonly dependencies: object;
  readonly script: (up: string) => string;
}

/** How migrations of a tool are written, by what stands in `up`. */
export const KNEX: Files = {
  path: (number) => `migrations/2024010${number}000000_step.ts`,
  dependencies: { knex: '^3.1.0', pg: '^8.11.0' },
  script: (up) => `export async function up(knex) {\n${up}\n}\nexport async function down(knex) {}\n`,
};
export const TYPEORM: Files = {
  path: (number) => `src/migrations/170000000000${number}-Step.ts`,
  dependencies: { typeorm: '^0.3.20', pg: '^8.11.0' },
  script: (up) =>
    `import { MigrationInterface, QueryRunner, Table, TableColumn } from 'typeorm';\nexport class Step implements MigrationInterface {\n  async up(queryRunner: QueryRunner) {\n${up}\n  }\n  async down(queryRunner: QueryRunner) {}\n}\n`,
};
export const SEQUELIZE: Files = {
  path: (number) => `migrations/2024010${number}000000-step.js`,
  dependencies: { sequelize: '^6.37.0', 'sequelize-cli': '^6.6.0', pg: '^8.11.0' },
  script: (up) =>
    `module.exports = {\n  async up(queryInterface, Sequelize) {\n${up}\n  },\n  async down() {},\n};\n`,
};
export const KYSELY: Files = {
  path: (number) => `migrations/2024010${number}-step.ts`,
  dependencies: { kysely: '^0.27.0', pg: '^8.11.0' },
  script: (up) =>
    `import { Kysely, sql } from 'kysely';\nexport async function up(db: Kysely<any>) {\n${up}\n}\nexport async function down(db: Kysely<any>) {}\n`,
};

export const NODE_PG_MIGRATE: Files = {
  path: (number) => `migrations/170000000000${number}_step.js`,
  dependencies: { 'node-pg-migrate': '^7.0.0', pg: '^8.11.0' },
  script: (up) => `exports.up = async (pgm) => {\n${up}\n};\nexports.down = () => {};\n`,
};
export const MIKROORM: Files = {
  path: (number) => `migrations/Migration2024010${number}000000.ts`,
  dependencies: { '@mikro-orm/core': '^6.0.0', '@mikro-orm/migrations': '^6.0.0', pg: '^8.11.0' },
  script: (up) =>
    `import { Migration } from '@mikro-orm/migrations';\nexport class Step extends Migration {\n  async up(): Promise<void> {\n${up}\n  }\n}\n`,
};

/** What the last migration of some came to. */
export interface Found {
  /** What the last migration runs, each statement with a question mark if it may not run, and its gaps. */
  readonly ran: readonly string[];
  readonly rules: readonly string[];
}

/** The last of some migrations, judged; history are the others. */
export async function judged(tool: Files, history: readonly string[], up: string): Promise<Found> {
  const base = Object.fromEntries(
    history.map((each, index) => [tool.path(index + 1), tool.script(each)] as const),
  );
  const { report } = await reviewed({
    base: { 'package.json': JSON.stringify({ dependencies: tool.dependencies }), ...base },
    change: { [tool.path(history.length + 1)]: tool.script(up) },
  });
  return {
    ran: report.migrations.flatMap(({ steps, gaps }) => [
      ...steps.map(({ step }) => `${step.conditional ? '? ' : ''}${step.statement.text}`),
      ...gaps.map(({ gap: { detail } }) => `gap: ${detail}`),
    ]),
    rules: report.findings.map(({ rule }) => rule),
  };
}

/** What the last of some migrations runs. */
export async function ran(tool: Files, history: readonly string[], up: string): Promise<readonly string[]> {
  return (await judged(tool, history, up)).ran;
}
