/** How long traffic has to wait, as far as SQL tells. */
export type HeldFor = 'a moment, bounded' | 'a moment, unbounded' | 'scan' | 'index build' | 'rewrite';
