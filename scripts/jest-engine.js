const { setFlagsFromString } = require('node:v8');

// Every suite loads the program afresh: before Node 22, V8 would optimize functions that are thrown away with it.
if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--interrupt-budget=1000000');
