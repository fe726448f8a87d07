const base = require('./jest.base.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/__tests__/action/**/*.action.test.ts'],
  testTimeout: 120_000,
  // Left alone jest takes one worker on two cores.
  maxWorkers: '100%',
  // Octokit and the toolkit exist as ES modules alone: these suites compile them like our own sources.
  transformIgnorePatterns: [
    '/node_modules/(?!(@octokit|@actions|before-after-hook|universal-user-agent|json-with-bigint|content-type|@apidevtools)/)',
  ],
  moduleNameMapper: {
    '^@actions/github/lib/utils$': '<rootDir>/node_modules/@actions/github/lib/utils.js',
    '^@actions/http-client$': '<rootDir>/node_modules/@actions/http-client/lib/index.js',
  },
};
