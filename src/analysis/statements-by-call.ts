import type { Gap } from '../sql/gap';
import { isGap } from '../sql/gap';
import type { ParsedStatement } from '../sql/parse';
import type { FileTransaction } from './transaction-of-file';

/** By what callOf gives. */
export type StatementsByCall = ReadonlyMap<
  string,
  { readonly count: number; readonly last: ParsedStatement }
>;

/** The statements of a migration by the calls that send them: how many each has, and the last of it. */
export function statementsByCall(items: readonly (ParsedStatement | Gap)[]): StatementsByCall {
  const calls = new Map<string, { count: number; last: ParsedStatement }>();
  for (const item of items) {
    if (isGap(item)) continue;
    const known = calls.get(callOf(item));
    if (known === undefined) calls.set(callOf(item), { count: 1, last: item });
    else {
      known.count += 1;
      known.last = item;
    }
  }
  return calls;
}

/** What names the call of a statement. */
export function callOf({ fragment }: ParsedStatement): string {
  return `${fragment.source.path}\u0000${fragment.call}`;
}

/** Whether the statements of its call are one message to the server. */
export function isSentAsOne({ fragment }: ParsedStatement, around: FileTransaction): boolean {
  return (
    (around.transaction === 'call' && fragment.connection === undefined) || fragment.transaction === 'call'
  );
}
