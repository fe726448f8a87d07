import { isAboutLocks, ruleTitle, ruleUrl } from '../cli/rule-links';
import type { Runner } from '../github/runner';
import type { MarkdownContext } from '../report/markdown/context';

/** Where a report links to: lines at its head commit, the page of the run. */
export function commentContext(
  head: string,
  { serverUrl, owner, repo, runId, runNumber }: Runner,
  place: Pick<MarkdownContext, 'updated' | 'resolved' | 'noDiff' | 'gates'>,
): MarkdownContext {
  const repository = `${serverUrl}/${owner}/${repo}`;
  return {
    ruleUrl,
    ruleTitle,
    isAboutLocks,
    lineUrl: (path, { line, endLine }) =>
      `${repository}/blob/${head}/${encodedPath(path)}#L${String(line)}${endLine > line ? `-L${String(endLine)}` : ''}`,
    commit: head.slice(0, 7),
    run: { number: runNumber, url: `${repository}/actions/runs/${runId}` },
    ...place,
  };
}

/** Parentheses, too: they would end the target of a Markdown link. */
function encodedPath(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return encoded.replace(/[()'!*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}

/** The comment of a pull request that has no migration left. */
export function nothingLeft(resolved: number): string {
  const told =
    resolved === 0
      ? ''
      : `\n\n${String(resolved)} ${resolved === 1 ? 'finding' : 'findings'} from earlier pushes ${resolved === 1 ? 'is' : 'are'} **resolved**.`;
  return `## ✅ pgfence: no migration files changed any more${told}\n`;
}
