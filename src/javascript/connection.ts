import { optionsOf } from './choice';
import type { Recorder } from './recorder';
import type { Value } from './value';

/** The connection that a value is a handle of, as a transaction that statements are given; `undefined` where it is none. */
export function connectionOf(value: Value | undefined): Recorder | undefined {
  if (value === undefined) return undefined;
  for (const option of optionsOf(value)) {
    if (option.kind === 'host' && option.host.connection !== undefined) return option.host.connection;
  }
  return undefined;
}
