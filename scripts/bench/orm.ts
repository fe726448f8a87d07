import * as babel from '@babel/parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createScripts } from '../../src/tools/script-readers';
import { parseProgram } from '../../src/javascript/parse';
import { filePath } from '../../src/sql/source';
import type { SourceFile } from '../../src/sql/source';
import { TOOLS } from '../../src/tools/registry';
import { knex } from '../../src/tools/knex';
import { sequelize } from '../../src/tools/sequelize';
import { typeorm } from '../../src/tools/typeorm';
import type { Tool } from '../../src/tools/tool';
import { templateLiteral } from '../../src/tools/javascript-literal';

/**
 * Times the reading of 500 migrations of about 2 KB against the time that Babel alone takes to parse them: `npm run bench:orm`, or
 * with a tool and a folder of migrations of one's own. CPU time of this process, the least of several rounds.
 */
const FILES = 500;
const BYTES = 2048;
const ROUNDS = 25;

interface Migration {
  readonly tool: Tool;
  readonly file: SourceFile;
}

function main(name: string | undefined, folder: string | undefined): void {
  const migrations = name === undefined || folder === undefined ? made() : found(name, resolve(folder));
  const size = migrations.reduce((sum, { file }) => sum + file.text.length, 0);
  let statements = 0;
  const parse = (): void => {
    for (const { file } of migrations) parseProgram(babel, file.path, file.text);
  };
  const readAll = (): void => {
    statements = 0;
    const javascript = createScripts(babel);
    for (const { tool, file } of migrations) {
      const tree = { paths: [], read: () => null };
      const context = { direction: 'up', path: file.path, tree, transaction: null, javascript } as const;
      statements += tool.extract(file, context).fragments.length;
    }
  };
  let parsed = Infinity;
  let read = Infinity;
  // In turns, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    parsed = Math.min(parsed, timed(parse));
    read = Math.min(read, timed(readAll));
  }
  console.log(
    `Node ${process.version}, ${migrations.length} files, ${(size / migrations.length / 1024).toFixed(1)} KB each, ${statements} calls`,
  );
  console.log(
    `  Babel alone ${parsed.toFixed(0)} ms, reading ${read.toFixed(0)} ms: ${(read / parsed).toFixed(2)} ×`,
  );
  if (read / parsed > 2) process.exitCode = 1;
}

function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function found(name: string, folder: string): readonly Migration[] {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`${name} is no tool`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => tool.extensions.some((extension) => path.endsWith(extension)))
    .map((path) => ({
      tool,
      file: { path: filePath(path), text: readFileSync(join(folder, path), 'utf8') },
    }));
}

/** Migrations as these tools have them, a third of each. */
function made(): readonly Migration[] {
  return Array.from({ length: FILES }, (_file, index) => {
    const [tool, head, call, tail] = KINDS[index % KINDS.length] ?? TYPEORM;
    let body = '';
    for (let part = 0; head.length + 2 * body.length + tail.length < BYTES; part += 1)
      body += call(index, part);
    const down = body.replaceAll('CREATE', 'DROP');
    return {
      tool,
      file: {
        path: filePath(`migrations/${index}.js`),
        text: head + body + tail.replace('DOWN', () => down),
      },
    };
  });
}

type Kind = readonly [tool: Tool, head: string, call: (index: number, part: number) => string, tail: string];

const TYPEORM: Kind = [
  typeorm,
  'class Change1700000000000 {\n  async up(queryRunner) {\n',
  (index, part) =>
    `    await queryRunner.query(${templateLiteral(`CREATE INDEX "orders_${index}_${part}" ON "orders" ("user_id", "state") WHERE "note" IS NOT NULL`, 4)});\n`,
  '  }\n  async down(queryRunner) {\nDOWN  }\n}\nmodule.exports = { Change1700000000000 };\n',
];
const KINDS: readonly Kind[] = [
  TYPEORM,
  [
    knex,
    'exports.up = async (knex) => {\n',
    (index, part) =>
      `  await knex.schema.createTable('orders_${index}_${part}', (table) => {\n    table.increments('id');\n    table.uuid('user_id').notNullable().references('id').inTable('users').onDelete('CASCADE');\n    table.string('state', 20).defaultTo('new');\n    table.timestamps(true, true);\n  });\n`,
    '};\nexports.down = async (knex) => {\nDOWN};\n',
  ],
  [
    sequelize,
    'module.exports = {\n  async up(queryInterface, Sequelize) {\n',
    (index, part) =>
      `    await queryInterface.addColumn('Orders', 'column_${index}_${part}', {\n      type: Sequelize.INTEGER,\n      allowNull: true,\n      references: { model: 'Users', key: 'id' },\n    });\n`,
    '  },\n  async down(queryInterface, Sequelize) {\nDOWN  },\n};\n',
  ],
];

main(process.argv[2], process.argv[3]);
