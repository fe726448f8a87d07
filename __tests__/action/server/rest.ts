import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { type Context, OpenAPIBackend, type Request } from 'openapi-backend';
import { readingOperations } from './rest-reading';
import { writingOperations } from './rest-writing';
import type { World } from './world';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, as an operation sees it. */
export interface Asked {
  readonly state: World;
  /** An answer, checked against GitHub's description. */
  readonly answer: (status: number, body: unknown, headers?: Record<string, string>) => Answer;
  /** The answer that GitHub's description gives as an example. */
  readonly example: () => object;
}

type Handle = (context: Context, asked: Asked) => Answer;

/** What the operations are made of. */
export interface Operations {
  /** Handles an operation for tokens that have a scope. */
  readonly on: (
    operation: string,
    needs: readonly [keyof World['permissions'], 'read' | 'write'],
    handle: Handle,
  ) => void;
  /** Handles an operation, whoever asks. */
  readonly register: (operation: string, handle: Handle) => void;
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

/** The world that a request is about, and what is wrong with it and with its answer. */
export interface Site {
  readonly state: World;
  readonly violations: string[];
}

let api: Promise<OpenAPIBackend> | undefined;

/**
 * Answers a request as GitHub's REST API would over a world. Each request, and each answer of ours, is checked against
 * GitHub's description; what does not agree with it is written down in `violations`. One API serves all worlds: its
 * checks take a second to compile.
 */
export async function restAnswer(request: Request, site: Site): Promise<Answer> {
  api ??= newApi();
  return (await (await api).handleRequest(request, site)) as Answer;
}

async function newApi(): Promise<OpenAPIBackend> {
  const made = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    coerceTypes: true,
    // Optimising the checks takes longer than running them does.
    ajvOpts: { strict: false, inlineRefs: false, code: { optimize: false } },
    customizeAjv: (ajv) => {
      addFormats(ajv);
      return ajv;
    },
  });
  const asked = (context: Context, { state, violations }: Site): Asked => ({
    state,
    answer: (status, body, headers) => {
      const { errors } = made.validateResponse(body, context.operation, status);
      if (errors)
        violations.push(`our answer to ${context.operation.operationId}: ${JSON.stringify(errors[0])}`);
      return { status, body, ...(headers === undefined ? {} : { headers }) };
    },
    example: () => made.mockResponseForOperation(context.operation.operationId ?? '').mock as object,
  });
  const operations: Operations = {
    on: (operation, needs, handle) =>
      void made.register(operation, (context: Context, site: Site) => {
        if (mayDo(site.state, ...needs)) return handle(context, asked(context, site));
        return site.state.private && needs[1] === 'read' ? NOT_FOUND : FORBIDDEN;
      }),
    register: (operation, handle) =>
      void made.register(operation, (context: Context, site: Site) => handle(context, asked(context, site))),
  };
  made.register('validationFail', (context: Context, { violations }: Site) => {
    violations.push(
      `${context.operation.operationId ?? '?'}: ${JSON.stringify(context.validation.errors?.[0])}`,
    );
    return { status: 422, body: { message: 'Validation Failed', errors: [] } };
  });
  made.register('notFound', (context: Context, { violations }: Site) => {
    violations.push(`no such operation: ${context.request.method} ${context.request.path}`);
    return NOT_FOUND;
  });
  readingOperations(operations);
  writingOperations(operations);
  await made.init();
  return made;
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
