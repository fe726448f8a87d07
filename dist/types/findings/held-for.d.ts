import type { Risk } from './finding';
/** How long traffic has to wait, as far as SQL tells. */
export type HeldFor = 'a moment, bounded' | 'a moment, unbounded' | 'scan' | 'index build'
/** Another statement of the transaction writes rows of a table without a bound. */
 | 'unbounded write' | 'rewrite';
/** The risk of keeping the readers and writers of a relation waiting for so long, or its writers alone. */
export declare function riskOfWaiting(reads: boolean, held: HeldFor): Risk;
