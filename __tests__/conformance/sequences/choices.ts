import fc from 'fast-check';

/** What one statement is made of (see `Chooser`). */
const CHOICE = fc.array(fc.nat(99_999), { minLength: 24, maxLength: 24 });

/** What a migration is made of: shrinks by leaving out statements, and to plainer ones. */
export const SEQUENCE = fc.array(CHOICE, { minLength: 1, maxLength: 40, size: 'max' });
