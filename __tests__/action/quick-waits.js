// Loaded before the bundle: its waits (polling, retries) last a hundredth of their time.
const timers = require('node:timers/promises');
const { setTimeout } = timers;
timers.setTimeout = (milliseconds, ...rest) => setTimeout(milliseconds / 100, ...rest);
