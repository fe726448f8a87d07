import { toJsonSchema } from '@valibot/to-json-schema';
import { CONFIG_SCHEMA } from '../../src/config/config-schema';
import { JSON_REPORT } from '../../src/report/json-shape';
import { RULES } from '../../src/rules/registry.generated';
import type { Parameter } from '../../src/rules/parameters';
import type { Generator } from '../generate';

/** The JSON schemas of the configuration and of the report, from the types that the program uses. */
export const schemas: Generator = () =>
  new Map([
    ['docs/config.schema.json', print(withRules(toJsonSchema(CONFIG_SCHEMA)), 'pgfence configuration')],
    ['docs/report.schema.json', print(toJsonSchema(JSON_REPORT), 'pgfence JSON report, version 1')],
  ]);

function print(schema: object, title: string): string {
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
}

type Schema = ReturnType<typeof toJsonSchema>;

/** The ids of all rules with their parameters in the place of "any text", so that editors complete them. */
function withRules(schema: Schema): Schema {
  const severity = { enum: ['off', 'notice', 'warning', 'error'] };
  const rules = RULES.map(({ id, title, parameters = {} }) => {
    const properties = Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [
        name,
        { description: parameter.says, default: parameter.default, ...typeOf(parameter) },
      ]),
    );
    const entry = {
      type: 'object',
      properties: { severity, ...properties },
      additionalProperties: false,
    };
    return [id, { description: title, anyOf: [severity, entry] }];
  });
  return {
    ...schema,
    properties: {
      ...schema.properties,
      rules: {
        description:
          'Per rule id: off, notice, warning, error, or an object with "severity" and the parameters of the rule.',
        type: 'object',
        properties: Object.fromEntries(rules),
        additionalProperties: false,
      },
    },
  };
}

function typeOf(parameter: Parameter): object {
  switch (parameter.kind) {
    case 'number':
      return { type: 'number' };
    case 'text':
      return { type: 'string' };
    case 'flag':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: { type: 'string' } };
    case 'patterns': {
      const names = Object.keys(parameter.default).map((name) => [name, { type: 'string', format: 'regex' }]);
      return { type: 'object', properties: Object.fromEntries(names), additionalProperties: false };
    }
  }
}
