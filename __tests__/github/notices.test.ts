import { scopeOfNothing } from '../../src/github/notices';

describe('a set-up in whose scope no file lies', () => {
  test.each([
    [['db/*.sql'], '', 'No file in the repository matches paths (db/*.sql), so nothing is ever analysed.'],
    [
      ['*.sql', '!x/**'],
      'api',
      'No file in the working-directory api matches paths (*.sql, !x/**), so nothing is ever analysed.',
    ],
    [[], 'api', 'There is no file in the working-directory api, so nothing is ever analysed.'],
  ])('%j in "%s"', (globs, folder, message) => {
    expect(scopeOfNothing(globs, folder)).toEqual({
      level: 'warning',
      title: 'pgfence',
      message: `${message} Correct the input, or the paths of the configuration.`,
    });
  });
});
