import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { type Context, OpenAPIBackend } from 'openapi-backend';
import { readingOperations } from './rest-reading';
import { writingOperations } from './rest-writing';
import type { World } from './world';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the operations are made of. */
export interface Operations {
  /** Handles an operation for tokens that have a scope. */
  readonly on: (
    operation: string,
    needs: readonly [keyof World['permissions'], 'read' | 'write'],
    handle: (context: Context) => Answer,
  ) => void;
  /** Handles an operation, whoever asks. */
  readonly register: (operation: string, handle: (context: Context) => Answer) => void;
  /** An answer, checked against GitHub's description. */
  readonly answer: (
    context: Context,
    status: number,
    body: unknown,
    headers?: Record<string, string>,
  ) => Answer;
  /** The answer that GitHub's description gives as an example. */
  readonly example: (context: Context) => object;
}

const definition = JSON.parse(
  readFileSync(join(__dirname, '../../../fixtures/github/api-slice.json'), 'utf8'),
);

export const FORBIDDEN: Answer = {
  status: 403,
  body: {
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest',
  },
};
export const NOT_FOUND: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' },
};

/**
 * GitHub's REST API over a world. Each request, and each answer of ours, is checked against GitHub's description; what
 * does not agree with it is written down in `violations`.
 */
export function restApi(state: World, violations: string[]): OpenAPIBackend {
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    coerceTypes: true,
    ajvOpts: { strict: false },
    customizeAjv: (ajv) => {
      addFormats(ajv);
      return ajv;
    },
  });
  const answer: Operations['answer'] = (context, status, body, headers) => {
    const { errors } = api.validateResponse(body, context.operation, status);
    if (errors)
      violations.push(`our answer to ${context.operation.operationId}: ${JSON.stringify(errors[0])}`);
    return { status, body, ...(headers === undefined ? {} : { headers }) };
  };
  const on: Operations['on'] = (operation, needs, handle) => {
    api.register(operation, (context) =>
      mayDo(state, ...needs) ? handle(context) : state.private && needs[1] === 'read' ? NOT_FOUND : FORBIDDEN,
    );
  };

  api.register('validationFail', (context) => {
    violations.push(
      `${context.operation.operationId ?? '?'}: ${JSON.stringify(context.validation.errors?.[0])}`,
    );
    return { status: 422, body: { message: 'Validation Failed', errors: [] } };
  });
  api.register('notFound', (context) => {
    violations.push(`no such operation: ${context.request.method} ${context.request.path}`);
    return NOT_FOUND;
  });

  const operations: Operations = {
    on,
    register: (operation, handle) => void api.register(operation, handle),
    answer,
    example: (context) => api.mockResponseForOperation(context.operation.operationId ?? '').mock,
  };
  readingOperations(state, operations);
  writingOperations(state, operations);
  return api;
}

/** A value of the path. */
export const param = (context: Context, name: string): string => String(context.request.params[name]);
export const number = (context: Context, name: string): number => Number(param(context, name));

export function mayDo(state: World, scope: keyof World['permissions'], access: 'read' | 'write'): boolean {
  const given = state.permissions[scope];
  return (
    given === 'write' ||
    given === access ||
    (access === 'read' && !state.private && scope !== 'security-events')
  );
}
