const base = require('./jest.base.config.js');

// The fast path: no server, no bundle, no package of its own.
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    '<rootDir>/__tests__/(action|conformance|package)/',
    '<rootDir>/__tests__/metadata/github/',
  ],
};
