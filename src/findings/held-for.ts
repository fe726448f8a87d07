import type { Risk } from './finding';

/** How long traffic has to wait, as far as SQL tells. */
export type HeldFor =
  | 'a moment, bounded'
  | 'a moment, unbounded'
  | 'scan'
  | 'index build'
  /** Another statement of the transaction writes rows of a table without a bound. */
  | 'unbounded write'
  | 'rewrite';

/** The risk of keeping the readers and writers of a relation waiting for so long, or its writers alone. */
export function riskOfWaiting(reads: boolean, held: HeldFor): Risk {
  return RISK_OF_STOP[reads ? 'reads and writes' : 'writes'][held];
}

const RISK_OF_STOP: Readonly<Record<'writes' | 'reads and writes', Readonly<Record<HeldFor, Risk>>>> = {
  writes: {
    'a moment, bounded': 'low',
    'a moment, unbounded': 'medium',
    scan: 'high',
    'index build': 'high',
    'unbounded write': 'high',
    rewrite: 'high',
  },
  'reads and writes': {
    'a moment, bounded': 'low',
    'a moment, unbounded': 'medium',
    scan: 'high',
    'index build': 'critical',
    'unbounded write': 'critical',
    rewrite: 'critical',
  },
};
