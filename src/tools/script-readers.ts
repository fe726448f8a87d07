import type { BabelParser } from '../javascript/parse';
import { readDbMigrate } from './db-migrate/read';
import { readPayload } from './drizzle/read-payload';
import { readKnex, readStrapi } from './knex/read';
import { readKysely } from './kysely/read';
import { readMikroorm } from './mikroorm/read';
import { readNodePgMigrate } from './node-pg-migrate/read';
import type { ScriptReader, Scripts } from './scripts';
import { readSequelize } from './sequelize/read';
import { readSlonik } from './slonik/read';
import type { ToolName } from './tool';
import { readTypeorm } from './typeorm/read';

const READERS: ReadonlyMap<ToolName, ScriptReader> = new Map<ToolName, ScriptReader>([
  ['typeorm', readTypeorm],
  ['mikroorm', readMikroorm],
  ['slonik', readSlonik],
  ['kysely', readKysely],
  ['node-pg-migrate', readNodePgMigrate],
  ['knex', readKnex],
  ['strapi', readStrapi],
  ['db-migrate', readDbMigrate],
  ['sequelize', readSequelize],
  ['drizzle', readPayload],
]);

/** The readers of all tools, for one state of a tree. */
export function createScripts(parser: BabelParser): Scripts {
  return { parser, parsed: new Map(), readers: READERS };
}
