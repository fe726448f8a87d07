/** Partitions that a function of the migrations makes for the day it is called: `tasks_20260131`. */
export const NAMED_BY_THE_DAY = /_20\d{2}[01]\d[0-3]\d/;
