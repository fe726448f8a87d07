import type { Operation } from '../../postgres/operation';
import type { Session } from '../session';

export function withAssumed(session: Session, _operations: readonly Operation[]): Session {
  return session;
}
