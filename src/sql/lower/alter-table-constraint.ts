import type { AlterTableCmd } from '@pgsql/types';
import type { ConstraintDefinition } from '../../postgres/definition';
import type { Subcommand } from './alter-table-pass';
import { one, PASS } from './alter-table-pass';
import type { Lowering } from './lowering';

/** ADD CONSTRAINT, or a constraint written at a new column. */
export function addConstraint(written: ConstraintDefinition, withColumn: boolean): Subcommand {
  switch (written.kind) {
    case 'check':
      return {
        pass: PASS.addOtherConstraint,
        action: { kind: 'add-check', constraint: written, withColumn },
      };
    case 'not-null':
      return {
        pass: PASS.columnAttributes,
        action: { kind: 'add-not-null', constraint: written, withColumn },
      };
    case 'unique':
    case 'primary-key':
      return {
        pass: written.usingIndex === null ? PASS.addIndex : PASS.addIndexConstraint,
        action: {
          kind: written.kind === 'unique' ? 'add-unique' : 'add-primary-key',
          constraint: written,
          withColumn,
        },
      };
    case 'exclude':
      return { pass: PASS.addIndex, action: { kind: 'add-exclusion', constraint: written } };
    case 'foreign-key':
      return {
        pass: PASS.addOtherConstraint,
        action: { kind: 'add-foreign-key', constraint: written, withColumn },
      };
  }
}

/** ALTER CONSTRAINT. */
export function alterConstraint(node: AlterTableCmd, { needs }: Lowering): readonly Subcommand[] {
  if (node.def === undefined || !('ATAlterConstraint' in node.def)) return [];
  const def = node.def.ATAlterConstraint;
  // NO INHERIT is read by all, and refused before 18.
  if (def.alterEnforceability === true || (def.alterInheritability === true && def.noinherit !== true))
    needs.since(18, 'ALTER CONSTRAINT … [NOT] ENFORCED or INHERIT');
  const deferral = def.alterDeferrability === true;
  return one(PASS.misc, {
    kind: 'alter-constraint',
    constraint: def.conname ?? '',
    deferrable: deferral ? def.deferrable === true : null,
    initiallyDeferred: deferral ? def.initdeferred === true : null,
    enforced: def.alterEnforceability === true ? def.is_enforced === true : null,
    noInherit: def.alterInheritability === true ? def.noinherit === true : null,
  });
}
