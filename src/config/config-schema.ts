import * as v from 'valibot';
import type { Config } from './config';

const SEVERITY = v.picklist(['off', 'notice', 'warning', 'error']);
const RISK = v.picklist(['low', 'medium', 'high', 'critical', 'never']);

/** One rule: its severity, or an object with it and the rule's own parameters. */
const RULE = v.union([SEVERITY, v.looseObject({ severity: v.optional(SEVERITY) })]);

const A_TIME = 'milliseconds, or a time such as "5s" or "200ms"';

/** A time: milliseconds, or a number with a unit as PostgreSQL writes it. */
const TIME = v.union([
  v.pipe(v.number(), v.minValue(0, A_TIME)),
  v.pipe(v.string(), v.regex(/^\s*\d+(\.\d+)?\s*(us|ms|s|min|h|d)?\s*$/, A_TIME)),
]);

/** The shape of `pgfence.config.*`: the JSON schema is made of it. */
export const CONFIG_SCHEMA = v.strictObject({
  $schema: v.optional(v.pipe(v.string(), v.description('The JSON schema of this file.'))),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), RULE),
      v.description(
        'Per rule id: off, notice, warning, error, or an object with "severity" and the parameters of the rule.',
      ),
    ),
  ),
  postgres: v.optional(
    v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{2}(\.\d+)?$/, 'a version such as 16 or "14.2"'))]),
      v.description('The version of the server, oldest in use: 16 or "14.2". 11 to 18.'),
    ),
  ),
  paths: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Globs of the migrations, relative to this file; with ! in front they exclude.'),
    ),
  ),
  tool: v.optional(
    v.pipe(v.string(), v.description('The tool that runs the migrations, where it is not recognised.')),
  ),
  transaction: v.optional(
    v.pipe(
      v.picklist(['file', 'call', 'all', 'none']),
      v.description('What the runner puts into one transaction, where it is not known.'),
    ),
  ),
  failOn: v.optional(v.pipe(RISK, v.description('The lowest risk that fails. Default: high.'))),
  lockTimeout: v.optional(
    v.strictObject({
      setBy: v.optional(
        v.pipe(
          v.picklist(['migration', 'elsewhere']),
          v.description(
            'Who sets lock_timeout: each migration, or the role, the runner, the connection string.',
          ),
        ),
      ),
      limit: v.optional(v.pipe(TIME, v.description('A lock_timeout above it is too long. Default: 5s.'))),
    }),
  ),
  staging: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'Schemas or tables whose rows may be lost: "staging", "public.tmp_orders", with * in them.',
      ),
    ),
  ),
  publications: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Tables that are published outside of the migrations; "*" for all.'),
    ),
  ),
  statistics: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'A JSON file with the sizes of tables, relative to this file: {"orders": {"rows": 1200000}}, with "bytes", "writesPerSecond" and "lastValue" where they are known.',
      ),
    ),
  ),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Fails to compile where the schema and the type drift apart. */
export const SCHEMA_IS_THE_TYPE: Same<v.InferOutput<typeof CONFIG_SCHEMA>, Config> = true;
