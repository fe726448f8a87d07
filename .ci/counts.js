// Prints "passed failed skipped" of a report that jest wrote; fails if there is no report or no test in it.
const { readFileSync } = require('node:fs');

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const skipped = report.numPendingTests + report.numTodoTests;
// A file that could not be loaded has no tests to count.
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
if (report.numPassedTests + failed + skipped === 0) process.exit(1);
process.stdout.write(`${report.numPassedTests} ${failed} ${skipped}\n`);
