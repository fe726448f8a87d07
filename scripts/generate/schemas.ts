import { toJsonSchema } from '@valibot/to-json-schema';
import { CONFIG_SCHEMA } from '../../src/config/config-schema';
import { JSON_REPORT } from '../../src/report/json-shape';
import type { Generator } from '../generate';

/** The JSON schemas of the configuration and of the report, from the types that the program uses. */
export const schemas: Generator = () =>
  new Map([
    ['docs/config.schema.json', print(toJsonSchema(CONFIG_SCHEMA), 'pgfence configuration')],
    ['docs/report.schema.json', print(toJsonSchema(JSON_REPORT), 'pgfence JSON report, version 1')],
  ]);

function print(schema: object, title: string): string {
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}
