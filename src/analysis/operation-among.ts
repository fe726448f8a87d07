import type { Operation } from '../postgres/operation';

/** The members of the union of operations that may have one of the kinds; a member may have others besides. */
export type OperationAmong<K extends Operation['kind']> = Among<Operation, K>;

type Among<O extends Operation, K> = O extends unknown
  ? Extract<O['kind'], K> extends never
    ? never
    : O
  : never;
