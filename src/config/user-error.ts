/** The user's set-up is wrong: one line that says what was found, where, what is allowed and what to do. The entries end with exit status 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
