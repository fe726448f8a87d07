import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { BOT, type World } from './world';

let schema: GraphQLSchema | undefined;

/** GitHub's own schema: a query that names a field it does not have is a violation. */
function githubSchema(): GraphQLSchema {
  schema ??= buildSchema(
    readFileSync(join(__dirname, '../node_modules/@octokit/graphql-schema/schema.graphql'), 'utf8'),
    { assumeValid: true },
  );
  return schema;
}

const documents = new Map<string, { readonly document: DocumentNode; readonly wrong: readonly string[] }>();

/** A query, and what is wrong with it in the eyes of GitHub's schema. Each is looked at once: there are few. */
function read(query: string): { readonly document: DocumentNode; readonly wrong: readonly string[] } {
  const known = documents.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  const wrong = validate(githubSchema(), document).map(({ message }) => `GraphQL: ${message}`);
  documents.set(query, { document, wrong });
  return { document, wrong };
}

/** Runs a query against a world. */
export async function runQuery(
  state: World,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  violations: string[],
): Promise<unknown> {
  const { document, wrong } = read(query);
  violations.push(...wrong);
  const mayRead = !state.private || state.permissions['pull-requests'] !== undefined;
  const mayReadContents = !state.private || state.permissions.contents !== undefined;
  const repository = {
    pullRequest: ({ number }: { number: number }) => {
      if (!mayRead) throw new Refused();
      return pullRequest(state, number);
    },
    object: ({ oid }: { oid: string }) => {
      if (!mayReadContents) throw new Refused();
      return blob(state, oid);
    },
  };
  const { data, errors } = await execute({
    schema: githubSchema(),
    document,
    variableValues: variables,
    rootValue: { repository: () => repository },
  });
  const told = errors?.map((error) => {
    if (error.originalError instanceof Refused)
      return { type: 'FORBIDDEN', message: 'Resource not accessible by integration', path: error.path };
    violations.push(`GraphQL: ${error.message}`);
    return { message: error.message };
  });
  return { data, ...(told === undefined ? {} : { errors: told }) };
}

class Refused extends Error {}

function pullRequest(state: World, number: number): unknown {
  const pull = state.pulls.get(number);
  if (pull === undefined) return null;
  const comments = state.comments
    .filter((comment) => comment.pull === number)
    .map(({ id, body, author, minimized }) => ({
      fullDatabaseId: String(id),
      url: `https://github.com/acme/shop/pull/${String(number)}#issuecomment-${String(id)}`,
      body,
      viewerDidAuthor: author === BOT,
      isMinimized: minimized,
    }));
  const threads = state.reviewComments
    .filter((comment) => comment.pull === number)
    .map(({ body }) => ({ comments: () => connection([{ body, viewerDidAuthor: true }], {}) }));
  return {
    state: pull.open ? 'OPEN' : 'CLOSED',
    headRefOid: pull.head,
    comments: (page: Page) => connection(comments, page),
    reviewThreads: (page: Page) => connection(threads, page),
  };
}

interface Page {
  readonly first?: number;
  readonly after?: string | null;
}

function connection(nodes: readonly unknown[], { first = 100, after }: Page): unknown {
  const from = Number(after ?? 0);
  const to = from + Math.min(first, 100);
  return {
    nodes: nodes.slice(from, to),
    pageInfo: { hasNextPage: to < nodes.length, endCursor: String(to) },
  };
}

/** GitHub cuts the text of a blob above half a megabyte. */
const LONGEST_TEXT = 512 * 1024;

function blob(state: World, oid: string): unknown {
  try {
    const content = state.origin.content('cat-file', 'blob', oid);
    const isBinary = content.includes(0);
    const isTruncated = content.length > LONGEST_TEXT;
    const text = isBinary ? null : content.subarray(0, LONGEST_TEXT).toString('utf8');
    return { __typename: 'Blob', oid, byteSize: content.length, isBinary, isTruncated, text };
  } catch {
    return null;
  }
}
