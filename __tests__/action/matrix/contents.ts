import { RULES } from '../../../src/rules/registry.generated';
import { HARMLESS, INDEX, ORDERS } from '../expectations';
import type { Setting } from '../scenario';

/** What a pull request contains, and what is to be said of it. */
export interface Content extends Setting {
  /** Whether it fails where a change set is known. */
  readonly gates: boolean;
  readonly migrations: number;
}

const LOOKING = ['create-index-not-concurrent', 'missing-lock-timeout'];

/** Two rules look, so that rules to come change nothing here. */
const CONFIG = JSON.stringify({
  rules: Object.fromEntries(RULES.filter(({ id }) => !LOOKING.includes(id)).map(({ id }) => [id, 'off'])),
});

const BASE = { 'migrations/001_orders.sql': ORDERS, 'pgfence.config.json': CONFIG, 'app.ts': '1\n' };
const TIMEOUT = "SET lock_timeout = '2s';\n";

export const CONTENTS = {
  'an index': { base: BASE, change: { 'migrations/002_index.sql': INDEX }, gates: true, migrations: 1 },
  'a new table': {
    base: BASE,
    change: { 'migrations/002_customers.sql': HARMLESS },
    gates: false,
    migrations: 1,
  },
  'no migration': { base: BASE, change: { 'app.ts': '2\n' }, gates: false, migrations: 0 },
  'a column without a timeout': {
    base: BASE,
    change: { 'migrations/002_column.sql': 'ALTER TABLE orders ADD COLUMN paid boolean;\n' },
    gates: false,
    migrations: 1,
  },
  'a column with a timeout': {
    base: BASE,
    change: { 'migrations/002_column.sql': `${TIMEOUT}ALTER TABLE orders ADD COLUMN paid boolean;\n` },
    gates: false,
    migrations: 1,
  },
  'dynamic SQL': {
    base: BASE,
    change: { 'migrations/002_dynamic.sql': "DO $$ BEGIN EXECUTE current_setting('app.sql'); END $$;\n" },
    gates: false,
    migrations: 1,
  },
  'a syntax error': {
    base: BASE,
    change: { 'migrations/002_typo.sql': `CREATE INDX x ON orders (note);\n${INDEX}` },
    gates: true,
    migrations: 1,
  },
  'an index that is accepted': {
    base: BASE,
    change: {
      'migrations/002_index.sql': [
        '-- pgfence allow create-index-not-concurrent: nobody writes at night',
        '-- pgfence allow missing-lock-timeout: the role has one',
        INDEX,
      ].join('\n'),
    },
    gates: false,
    migrations: 1,
  },
  'a transaction that holds locks through a build': {
    base: BASE,
    change: {
      'migrations/002_build.sql': `BEGIN;\n${TIMEOUT}ALTER TABLE orders ADD COLUMN paid boolean;\n${INDEX}COMMIT;\n`,
    },
    gates: true,
    migrations: 1,
  },
  'an edit below a finding': {
    base: { ...BASE, 'migrations/002_index.sql': `${TIMEOUT}${INDEX}SELECT 1;\n` },
    change: { 'migrations/002_index.sql': `${TIMEOUT}${INDEX}SELECT 2;\n` },
    gates: false,
    migrations: 1,
  },
  'an edit of a finding': {
    base: { ...BASE, 'migrations/002_index.sql': `${TIMEOUT}${INDEX}` },
    change: { 'migrations/002_index.sql': `${TIMEOUT}${INDEX.replace('(note)', '(note, id)')}` },
    gates: true,
    migrations: 1,
  },
  'a timeout taken away': {
    base: {
      ...BASE,
      'pgfence.config.json': CONFIG.replace('{"rules":{', '{"failOn":"medium","rules":{'),
      'migrations/002_column.sql': `${TIMEOUT}ALTER TABLE orders ADD COLUMN paid boolean;\n`,
    },
    change: { 'migrations/002_column.sql': 'ALTER TABLE orders ADD COLUMN paid boolean;\n' },
    gates: true,
    migrations: 1,
  },
  'a renamed migration': {
    base: {
      ...BASE,
      'migrations/002_index.sql': `${TIMEOUT}-- ${'for the search of notes '.repeat(9)}\n${INDEX}`,
    },
    change: {
      'migrations/002_index.sql': null,
      'migrations/003_index.sql': `${TIMEOUT}-- ${'for the search of notes '.repeat(9)}\n${INDEX}SELECT 1;\n`,
    },
    gates: false,
    migrations: 1,
  },
  'a deleted migration': {
    base: { ...BASE, 'migrations/002_index.sql': INDEX },
    change: { 'migrations/002_index.sql': null },
    gates: false,
    migrations: 0,
  },
  'a finding accepted with a reason': {
    base: BASE,
    change: {
      'migrations/002_index.sql': `${TIMEOUT}-- pgfence allow create-index-not-concurrent: nobody writes at night\n${INDEX}`,
    },
    gates: false,
    migrations: 1,
  },
  'two tables of this release': {
    base: BASE,
    change: {
      'migrations/002_notes.sql': 'CREATE TABLE notes (id bigint PRIMARY KEY, text text);\n',
      'migrations/003_notes_index.sql': 'CREATE INDEX notes_text_idx ON notes (text);\n',
    },
    gates: false,
    migrations: 2,
  },
  'a base that went on': {
    base: BASE,
    later: { 'migrations/003_late.sql': 'CREATE INDEX late_idx ON orders (id);\n' },
    change: { 'migrations/002_index.sql': INDEX },
    gates: true,
    migrations: 1,
  },
  'a branch that is the enemy': {
    base: BASE,
    change: {
      'migrations/002 ::error::x%0A,line=1 @ada <img src=x>.sql': [
        '-- ::add-mask::orders',
        '-- ##[set-output name=conclusion]success',
        'CREATE INDEX "::set-output name=risk::safe" ON orders (note); -- ##[error]forged',
        `CREATE INDEX "a\n::error::forged @ada #1 <img src=x onerror=alert(1)> \u202e" ON orders (note);`,
        `SELECT '${'x'.repeat(10_000)}';`,
        '',
      ].join('\n'),
    },
    gates: true,
    migrations: 1,
  },
} satisfies Record<string, Content>;

export type ContentName = keyof typeof CONTENTS;
