import type { Operation } from '../../../src/postgres/operation';
import type { TextLowering } from './lower-text';
import { textLowering } from './lower-text';
import { plain, shop, number, text, type, positive, restrict, cascade } from './values';

const CASES: readonly (readonly [sql: string, operation: Operation])[] = [
  [
    "CREATE TYPE status AS ENUM ('new', 'paid')",
    { kind: 'create-enum', type: plain('status'), values: ['new', 'paid'] },
  ],
  [
    "ALTER TYPE shop.status ADD VALUE IF NOT EXISTS 'sent' AFTER 'paid'",
    {
      kind: 'add-enum-value',
      type: shop('status'),
      value: 'sent',
      ifNotExists: true,
      neighbour: { value: 'paid', after: true },
    },
  ],
  [
    "ALTER TYPE status ADD VALUE 'sent' BEFORE 'paid'",
    {
      kind: 'add-enum-value',
      type: plain('status'),
      value: 'sent',
      ifNotExists: false,
      neighbour: { value: 'paid', after: false },
    },
  ],
  [
    "ALTER TYPE status ADD VALUE 'sent'",
    { kind: 'add-enum-value', type: plain('status'), value: 'sent', ifNotExists: false, neighbour: null },
  ],
  [
    "ALTER TYPE status RENAME VALUE 'sent' TO 'shipped'",
    { kind: 'rename-enum-value', type: plain('status'), value: 'sent', to: 'shipped' },
  ],
  [
    'CREATE TYPE address AS (street text)',
    {
      kind: 'create-composite-type',
      type: plain('address'),
      attributes: [{ name: 'street', type: type('text') }],
    },
  ],
  [
    'ALTER TYPE address ADD ATTRIBUTE city text CASCADE',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'add', attribute: 'city', type: type('text') },
      cascade: true,
    },
  ],
  [
    'ALTER TYPE address DROP ATTRIBUTE IF EXISTS city',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'drop', attribute: 'city', missingOk: true },
      cascade: false,
    },
  ],
  [
    'ALTER TYPE address ALTER ATTRIBUTE city TYPE text',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'alter', attribute: 'city', type: type('text') },
      cascade: false,
    },
  ],
  [
    'ALTER TYPE address RENAME ATTRIBUTE city TO town CASCADE',
    {
      kind: 'alter-composite-type',
      type: plain('address'),
      change: { kind: 'rename', attribute: 'city', to: 'town' },
      cascade: true,
    },
  ],
  ['CREATE TYPE box2 (INPUT = f, OUTPUT = g)', { kind: 'create-base-type', type: plain('box2') }],
  [
    'CREATE DOMAIN shop.email AS text COLLATE "C" DEFAULT \'x\' CONSTRAINT n NOT NULL CONSTRAINT c CHECK (total > 0)',
    {
      kind: 'create-domain',
      domain: shop('email'),
      type: type('text'),
      collation: plain('C'),
      default: text('x'),
      constraints: [
        { kind: 'not-null', name: 'n' },
        { kind: 'check', name: 'c', expression: positive, valid: true },
      ],
    },
  ],
  ...(
    [
      [
        'ADD CONSTRAINT c CHECK (total > 0) NOT VALID',
        {
          kind: 'add-constraint',
          constraint: { kind: 'check', name: 'c', expression: positive, valid: false },
        },
      ],
      ['ADD NOT NULL', { kind: 'add-constraint', constraint: { kind: 'not-null', name: null } }],
      [
        'DROP CONSTRAINT IF EXISTS c CASCADE',
        { kind: 'drop-constraint', constraint: 'c', missingOk: true, cascade: true },
      ],
      ['VALIDATE CONSTRAINT c', { kind: 'validate-constraint', constraint: 'c' }],
      ['RENAME CONSTRAINT c TO d', { kind: 'rename-constraint', constraint: 'c', to: 'd' }],
      ['SET NOT NULL', { kind: 'set-not-null' }],
      ['DROP NOT NULL', { kind: 'drop-not-null' }],
      ['SET DEFAULT 1', { kind: 'set-default', default: number(1) }],
      ['DROP DEFAULT', { kind: 'drop-default' }],
    ] as const
  ).map(([words, change]): readonly [string, Operation] => [
    `ALTER DOMAIN email ${words}`,
    { kind: 'alter-domain', domain: plain('email'), change },
  ]),
  [
    'DROP TYPE IF EXISTS shop.status CASCADE',
    { kind: 'drop-type', types: [shop('status')], domain: false, ...cascade },
  ],
  ['DROP DOMAIN email', { kind: 'drop-type', types: [plain('email')], domain: true, ...restrict }],
];

describe('types and domains', () => {
  let sql: TextLowering;
  beforeAll(async () => {
    sql = await textLowering();
  });

  it.each(CASES)('%s', (written, operation) => {
    expect(sql.operations(written)).toEqual([operation]);
  });
});
