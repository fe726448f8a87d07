import type { AlterSeqStmt, CreateSeqStmt, Node } from '@pgsql/types';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { relationBefore, relationName, strings } from './names';
import { findOption, sequenceOptions } from './options';
import { persistence } from './persistence';

/** CREATE SEQUENCE. */
export function createSequence(node: CreateSeqStmt, { needs }: Lowering): readonly Operation[] {
  const lifetime = persistence(node.sequence);
  if (lifetime === 'unlogged') needs.since(15, 'an unlogged sequence');
  return [
    {
      kind: 'create-sequence',
      sequence: relationName(node.sequence),
      ifNotExists: node.if_not_exists === true,
      persistence: lifetime,
      options: sequenceOptions(node.options),
      ownedBy: ownedBy(node.options),
    },
  ];
}

/** ALTER SEQUENCE with the options of CREATE. */
export function alterSequence(node: AlterSeqStmt): readonly Operation[] {
  return [
    {
      kind: 'alter-sequence',
      sequence: relationName(node.sequence),
      ifExists: node.missing_ok === true,
      options: sequenceOptions(node.options),
      ownedBy: ownedBy(node.options),
    },
  ];
}

/** OWNED BY table.column or NONE; null where it is not written. */
function ownedBy(options: readonly Node[] | undefined): OperationOf<'create-sequence'>['ownedBy'] {
  const option = findOption(options, 'owned_by');
  if (option?.arg === undefined || !('List' in option.arg)) return null;
  const parts = strings(option.arg.List.items);
  return parts.length < 2 ? 'none' : { table: relationBefore(parts), column: parts.at(-1) ?? '' };
}
