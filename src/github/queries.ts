/** The comments of a pull request, with whether this very token wrote them: `GET /user` is refused to GITHUB_TOKEN, `viewer` is not. `databaseId` is of 32 bits, which comments have outgrown. */
export const COMMENTS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      state
      headRefOid
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId url body viewerDidAuthor isMinimized }
      }
    }
  }
}`;

/** The review comments of a pull request, by thread. */
export const REVIEW_COMMENTS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { comments(first: 1) { nodes { body viewerDidAuthor } } }
      }
    }
  }
}`;

/** Several blobs at once, `b0` to `b<count - 1>`. Ids travel as variables. */
export function blobs(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return `query ($owner: String!, $repo: String!, ${indexes.map((index) => `$o${String(index)}: GitObjectID!`).join(', ')}) {
  repository(owner: $owner, name: $repo) {
${indexes.map((index) => `    b${String(index)}: object(oid: $o${String(index)}) { ... on Blob { byteSize isBinary isTruncated text } }`).join('\n')}
  }
}`;
}
