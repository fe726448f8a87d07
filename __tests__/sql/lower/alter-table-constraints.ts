import type { CommandCase } from './alter-table-values';
import { column, positive, check, unique, reference, alteration } from './alter-table-values';

/** Subcommands about constraints. */
export const CONSTRAINT_COMMANDS: readonly CommandCase[] = [
  [
    'AT_AddConstraint',
    'ADD CONSTRAINT c CHECK (total > 0)',
    { kind: 'add-check', constraint: { ...check, name: 'c', expression: positive }, withColumn: false },
  ],
  [
    'AT_AddConstraint',
    'ADD CHECK (total > 0) NO INHERIT NOT VALID',
    {
      kind: 'add-check',
      constraint: { ...check, name: null, expression: positive, noInherit: true, valid: false },
      withColumn: false,
    },
  ],
  [
    'AT_AddConstraint',
    'ADD CHECK (total > 0) NOT ENFORCED',
    {
      kind: 'add-check',
      constraint: { ...check, name: null, expression: positive, valid: false, enforced: false },
      withColumn: false,
    },
  ],
  [
    'AT_AddConstraint',
    'ADD CONSTRAINT n NOT NULL total NOT VALID',
    {
      kind: 'add-not-null',
      constraint: {
        kind: 'not-null',
        name: 'n',
        column: 'total',
        noInherit: false,
        valid: false,
        inlineAt: null,
      },
      withColumn: false,
    },
  ],
  [
    'AT_AddConstraint',
    'ADD UNIQUE NULLS NOT DISTINCT (code) INCLUDE (note) DEFERRABLE INITIALLY DEFERRED',
    {
      kind: 'add-unique',
      constraint: {
        ...unique,
        include: ['note'],
        nullsNotDistinct: true,
        deferrable: true,
        initiallyDeferred: true,
      },
      withColumn: false,
    },
  ],
  [
    'AT_AddConstraint',
    'ADD CONSTRAINT k PRIMARY KEY USING INDEX orders_code',
    {
      kind: 'add-primary-key',
      constraint: { ...unique, kind: 'primary-key', name: 'k', columns: [], usingIndex: 'orders_code' },
      withColumn: false,
    },
  ],
  [
    'AT_AddConstraint',
    'ADD PRIMARY KEY (code, during WITHOUT OVERLAPS)',
    {
      kind: 'add-primary-key',
      constraint: { ...unique, kind: 'primary-key', columns: ['code', 'during'], withoutOverlaps: true },
      withColumn: false,
    },
  ],
  [
    'AT_AddConstraint',
    'ADD EXCLUDE USING gist (during WITH &&, lower(code) WITH =) WHERE (total > 0)',
    {
      kind: 'add-exclusion',
      constraint: {
        kind: 'exclude',
        name: null,
        method: 'gist',
        keys: [
          {
            column: 'during',
            expression: null,
            collation: null,
            operatorClass: null,
            descending: false,
            nullsFirst: null,
            excludeOperator: '&&',
          },
          {
            column: null,
            expression: { kind: 'call', name: { schema: null, name: 'lower' }, args: [column('code')] },
            collation: null,
            operatorClass: null,
            descending: false,
            nullsFirst: null,
            excludeOperator: '=',
          },
        ],
        include: [],
        predicate: positive,
        deferrable: false,
        initiallyDeferred: false,
      },
    },
  ],
  [
    'AT_AddConstraint',
    'ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID',
    {
      kind: 'add-foreign-key',
      constraint: { ...reference, valid: false },
      withColumn: false,
    },
  ],
  [
    'AT_AddConstraint',
    'ADD CONSTRAINT orders_user FOREIGN KEY (user_id, shop) REFERENCES shop.users MATCH FULL ON DELETE SET NULL (user_id) ON UPDATE CASCADE DEFERRABLE',
    {
      kind: 'add-foreign-key',
      constraint: {
        ...reference,
        columns: ['user_id', 'shop'],
        referenced: { schema: 'shop', name: 'users' },
        referencedColumns: [],
        match: 'full',
        onDelete: 'set-null',
        onUpdate: 'cascade',
        deferrable: true,
      },
      withColumn: false,
    },
  ],
  [
    'AT_ValidateConstraint',
    'VALIDATE CONSTRAINT orders_user',
    { kind: 'validate-constraint', constraint: 'orders_user' },
  ],
  [
    'AT_AlterConstraint',
    'ALTER CONSTRAINT c DEFERRABLE INITIALLY DEFERRED',
    { ...alteration, deferrable: true, initiallyDeferred: true },
  ],
  ['AT_AlterConstraint', 'ALTER CONSTRAINT c NOT ENFORCED', { ...alteration, enforced: false }],
  ['AT_AlterConstraint', 'ALTER CONSTRAINT c NO INHERIT', { ...alteration, noInherit: true }],
  [
    'AT_DropConstraint',
    'DROP CONSTRAINT IF EXISTS c CASCADE',
    { kind: 'drop-constraint', constraint: 'c', missingOk: true, cascade: true },
  ],
];
