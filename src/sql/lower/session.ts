import type {
  DeallocateStmt,
  DiscardStmt,
  ExecuteStmt,
  ListenStmt,
  LoadStmt,
  NotifyStmt,
  UnlistenStmt,
} from '@pgsql/types';
import type { Operation, OperationOf } from '../../postgres/operation';

const DISCARDED: Readonly<Record<NonNullable<DiscardStmt['target']>, OperationOf<'discard'>['what']>> = {
  DISCARD_ALL: 'all',
  DISCARD_PLANS: 'plans',
  DISCARD_SEQUENCES: 'sequences',
  DISCARD_TEMP: 'temporary',
};

/** DISCARD. */
export function discard(node: DiscardStmt): readonly Operation[] {
  return [{ kind: 'discard', what: DISCARDED[node.target ?? 'DISCARD_ALL'] }];
}

/** LISTEN. */
export function listen(node: ListenStmt): readonly Operation[] {
  return [{ kind: 'listen', channel: node.conditionname ?? '' }];
}

/** UNLISTEN; the channel is `*` for all. */
export function unlisten(node: UnlistenStmt): readonly Operation[] {
  return [{ kind: 'unlisten', channel: node.conditionname ?? '*' }];
}

/** NOTIFY. */
export function notify(node: NotifyStmt): readonly Operation[] {
  return [{ kind: 'notify', channel: node.conditionname ?? '' }];
}

/** LOAD. */
export function load(node: LoadStmt): readonly Operation[] {
  return [{ kind: 'load', library: node.filename ?? '' }];
}

/** EXECUTE of a prepared statement. */
export function executePrepared(node: ExecuteStmt): readonly Operation[] {
  return [{ kind: 'execute', name: node.name ?? '' }];
}

/** DEALLOCATE. */
export function deallocate(node: DeallocateStmt): readonly Operation[] {
  return [{ kind: 'deallocate', name: node.isall === true ? null : (node.name ?? '') }];
}
