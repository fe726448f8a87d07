import { discoverAll } from '../../src/changes/discover';
import type { Interest } from '../../src/changes/discover';
import { leftOutNotes } from '../../src/changes/left-out';
import { seenNotRead } from '../../src/changes/seen';
import { withoutFiles } from '../../src/changes/without-files';
import { filePath } from '../../src/sql/source';
import { TOOLS } from '../../src/tools/registry';
import type { Tree } from '../../src/tools/tool';

const ORDERS = 'CREATE TABLE orders (id bigint PRIMARY KEY);\n';

function treeOf(files: Readonly<Record<string, string>>): Tree {
  return { paths: Object.keys(files).sort().map(filePath), read: (path) => files[path] ?? null };
}

function found(files: Readonly<Record<string, string>>, interest: Interest = {}) {
  const { sequences, excluded } = discoverAll(treeOf(files), TOOLS, interest);
  return {
    paths: sequences.flatMap(({ migrations }) => migrations.map(({ claim }) => claim.path)),
    notes: leftOutNotes(excluded, () => true),
  };
}

describe('what speaks against a file', () => {
  const files = {
    'tests/db/migrations/001_orders.sql': ORDERS,
    'tests/db/migrations/002_orders.sql': ORDERS,
  };

  it('counts in the whole path where nothing was named', () => {
    expect(found(files)).toEqual({
      paths: [],
      notes: [
        'Not judged: tests/db/migrations/001_orders.sql and 1 more, because it is in a folder of tests.',
      ],
    });
  });

  it('counts only below a folder that was named', () => {
    expect(found(files, { named: ['tests/db'] })).toEqual({ paths: Object.keys(files), notes: [] });
  });

  it('does not count for a file that was named, nor for its sequence', () => {
    expect(found(files, { named: ['tests/db/migrations/002_orders.sql'] })).toEqual({
      paths: Object.keys(files),
      notes: [],
    });
  });

  it('is also that the scripts of a package are for another database', () => {
    const migration = "import { Kysely } from 'kysely';\nexport async function up(db: Kysely<unknown>) {}\n";
    const scripts = {
      'packages/app/package.json': '{ "dependencies": { "better-sqlite3": "^12.0.0" } }',
      'packages/app/migrations/001_orders.ts': migration,
      'packages/server/package.json': '{ "dependencies": { "better-sqlite3": "^12.0.0", "pg": "^8.0.0" } }',
      'packages/server/migrations/001_orders.ts': migration,
    };
    expect(found(scripts)).toEqual({
      paths: ['packages/server/migrations/001_orders.ts'],
      notes: ['Not judged: packages/app/migrations/001_orders.ts, because it is written for SQLite.'],
    });
  });
});

test('migrations in other languages are seen, below what was named', () => {
  const tree = treeOf({
    'spec/dummy/Gemfile': 'gem "pg"\n',
    'spec/dummy/db/migrate/20260101090000_orders.rb': 'class Orders < ActiveRecord::Migration[8.0]\nend\n',
  });
  expect(seenNotRead(tree, () => true)).toEqual([]);
  expect(seenNotRead(tree, () => true, ['spec/dummy'])).toEqual([
    {
      title: 'Rails',
      folder: 'spec/dummy/db/migrate',
      paths: ['spec/dummy/db/migrate/20260101090000_orders.rb'],
    },
  ]);
});

test('what changes the database without migration files is told by its line, comments apart', () => {
  const tree = treeOf({
    'package.json': '{\n  "scripts": {\n    "db:push": "drizzle-kit push"\n  }\n}\n',
    'scripts/reset.sh': '#!/bin/sh\n# prisma db push\nnpx prisma db push --force-reset\n',
    'src/data-source.ts':
      "import { DataSource } from 'typeorm';\n// synchronize: true\nnew DataSource({ synchronize: false });\n",
    'src/models.ts': "import { Sequelize } from 'sequelize';\nawait sequelize.sync({ alter: true });\n",
  });
  expect(withoutFiles(tree, () => true)).toEqual([
    { what: 'drizzle-kit push', path: 'package.json', line: 3 },
    { what: 'prisma db push', path: 'scripts/reset.sh', line: 3 },
    { what: 'sync()', path: 'src/models.ts', line: 2 },
  ]);
});
