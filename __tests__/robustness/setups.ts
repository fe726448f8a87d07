/** Files by which projects say how their migrations run. */
export const SETUPS: Readonly<Record<string, string>> = {
  'package.json':
    '{"dependencies":{"knex":"^3.0.0","typeorm":"0.3","drizzle-orm":"1","sequelize":"6","kysely":"1","prisma":"5"},"scripts":{"m":"prisma db push && drizzle-kit push"},"workspaces":["packages/*"]}',
  'knexfile.js':
    "module.exports={client:'pg',migrations:{directory:'./db/migrations',loadExtensions:['.js']}}",
  'drizzle.config.ts': "export default {dialect:'postgresql',out:'./drizzle',schema:'./s.ts'}",
  'drizzle/meta/_journal.json':
    '{"version":"7","dialect":"postgresql","entries":[{"idx":0,"when":1,"tag":"0000_a","breakpoints":true}]}',
  '.sequelizerc':
    "const path=require('path');module.exports={'migrations-path':path.resolve('db','migrations')}",
  'prisma/schema.prisma': 'datasource db {\n provider = "postgresql"\n url = env("X")\n}\n',
  'atlas.hcl': 'env "x" { migration { dir = "file://migrations" } }',
  'flyway.conf': 'flyway.locations=filesystem:sql',
  'sqitch.plan': '%project=x\n\na 2020-01-01T00:00:00Z me <m@x> # a\n',
  'dbconfig.yml': 'development:\n  dialect: postgres\n  dir: migrations\n',
  'supabase/config.toml': '[db]\nmajor_version = 15\n',
  'docker-compose.yml': 'services:\n  db:\n    image: postgres:15.4\n',
  'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["src/*"]}}}',
  'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
  'pgfence.config.json':
    '{"rules":{"drop-table":"off","edited-migration":{"shipped":["001"]}},"postgres":"16","paths":["**/*.sql"]}',
  'pgfence.config.yaml': 'postgres: 15\nrules:\n  drop-table: off\n',
  'pgfence.config.ts':
    "import {defineConfig} from '@flvmnt/pgfence';export default defineConfig({postgres:'14'})",
};
