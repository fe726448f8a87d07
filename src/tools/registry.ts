import { atlas } from './atlas';
import { dbMigrate } from './db-migrate';
import { dbmate } from './dbmate';
import { diesel } from './diesel';
import { drizzle } from './drizzle';
import { flyway } from './flyway';
import { golangMigrate } from './golang-migrate';
import { goose } from './goose';
import { graphileMigrate } from './graphile-migrate';
import { hasura } from './hasura';
import { knex } from './knex';
import { kysely } from './kysely';
import { liquibase } from './liquibase';
import { mikroorm } from './mikroorm';
import { nodePgMigrate } from './node-pg-migrate';
import { prisma } from './prisma';
import { refinery } from './refinery';
import { sequelize } from './sequelize';
import { slonik } from './slonik';
import { sql } from './sql';
import { sqlMigrate } from './sql-migrate';
import { sqitch } from './sqitch';
import { sqlx } from './sqlx';
import { strapi } from './strapi';
import { supabase } from './supabase';
import type { Tool } from './tool';
import { typeorm } from './typeorm';

/** Every tool, the more particular ones first: where two claim a file with equal evidence, the first wins. */
export const TOOLS: readonly Tool[] = [
  goose,
  sqlMigrate,
  dbmate,
  liquibase,
  graphileMigrate,
  sqitch,
  drizzle,
  prisma,
  supabase,
  sqlx,
  refinery,
  diesel,
  hasura,
  flyway,
  golangMigrate,
  atlas,
  typeorm,
  mikroorm,
  slonik,
  kysely,
  nodePgMigrate,
  strapi,
  knex,
  dbMigrate,
  sequelize,
  sql,
];
