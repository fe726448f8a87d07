const base = require('./jest.base.config.js');

const packages = '<rootDir>/__tests__/metadata/github/node_modules/@actions';

// GitHub's parsers are published as ES modules only: they are found by path and compiled like our own code.
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/__tests__/metadata/github/**/*.test.ts'],
  moduleNameMapper: {
    '^@actions/(workflow-parser|expressions)$': `${packages}/$1/dist/index.js`,
    '^@actions/(workflow-parser|expressions)/(.*?)(?:\\.js)?$': `${packages}/$1/dist/$2.js`,
  },
  transformIgnorePatterns: ['/node_modules/(?!@actions/)'],
};
