import type { TransactionStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { findOption, optionText } from './options';

/** BEGIN, COMMIT, SAVEPOINT and the rest. */
export function transaction(node: TransactionStmt, { needs }: Lowering): readonly Operation[] {
  const chain = node.chain === true;
  const name = node.savepoint_name ?? '';
  if (chain) needs.since(12, 'AND CHAIN');
  switch (node.kind ?? 'TRANS_STMT_BEGIN') {
    case 'TRANS_STMT_BEGIN':
    case 'TRANS_STMT_START': {
      const readOnly = findOption(node.options, 'transaction_read_only');
      return [{ kind: 'begin', readOnly: readOnly !== undefined && optionText(readOnly) === '1' }];
    }
    case 'TRANS_STMT_COMMIT':
      return [{ kind: 'commit', chain }];
    case 'TRANS_STMT_ROLLBACK':
      return [{ kind: 'rollback', chain }];
    case 'TRANS_STMT_SAVEPOINT':
      return [{ kind: 'savepoint', name }];
    case 'TRANS_STMT_RELEASE':
      return [{ kind: 'release-savepoint', name }];
    case 'TRANS_STMT_ROLLBACK_TO':
      return [{ kind: 'rollback-to-savepoint', name }];
    case 'TRANS_STMT_PREPARE':
      return [{ kind: 'prepare-transaction', name: node.gid ?? '' }];
    case 'TRANS_STMT_COMMIT_PREPARED':
      return [{ kind: 'commit-prepared', name: node.gid ?? '' }];
    case 'TRANS_STMT_ROLLBACK_PREPARED':
      return [{ kind: 'rollback-prepared', name: node.gid ?? '' }];
  }
}
