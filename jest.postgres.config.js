const base = require('./jest.base.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/__tests__/conformance/**/*.test.ts'],
  testTimeout: 120_000,
  maxWorkers: '100%',
};
