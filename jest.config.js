const { existsSync, readdirSync } = require('node:fs');
const base = require('./jest.base.config.js');

const tests = `${__dirname}/__tests__`;
const ownPackages = readdirSync(tests).filter((folder) => existsSync(`${tests}/${folder}/package.json`));

// The fast path: no server, no bundle, no package of its own.
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  // Jest leaves one core to itself, which is half of two.
  maxWorkers: '100%',
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    `<rootDir>/__tests__/(${[...ownPackages, 'package', 'metadata/github'].join('|')})/`,
  ],
};
