/** The public API: importing it has no effect. */
export { defineConfig } from './config/config';
export type { Config } from './config/config';
export type { JsonFinding, JsonGap, JsonLock, JsonMigration, JsonReport, JsonStatement, JsonStop, } from './report/json-report';
