const base = require('./jest.base.config.js');

/** @type {import('jest').Config} */
module.exports = { ...base, testMatch: ['<rootDir>/__tests__/looks/**/*.looks.test.ts'] };
