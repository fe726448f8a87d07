import { alerts } from '../expectations';
import type { Outcome } from '../run-action';
import type { Scenario } from '../scenario';

/** All that a run did, without what differs each time. */
export interface Told {
  readonly exit: number | null;
  readonly outputs: string;
  readonly channels: string;
  readonly commands: readonly string[];
  readonly requests: readonly string[];
  /** The headlines of the comments that are ours. */
  readonly comments: readonly string[];
  /** The uploads: the ref, and what they hold. */
  readonly uploads: readonly string[];
}

export function told(run: Outcome, at: Scenario): Told {
  const { outputs, channels } = run;
  const named = [
    'conclusion',
    'risk',
    'findings',
    'gaps',
    'files-analyzed',
    'new-findings',
    'resolved-findings',
  ];
  const ours = at.state.comments.filter(({ author }) => author === 'github-actions[bot]');
  return {
    exit: run.status,
    outputs: named
      .flatMap((name) => (outputs[name] === undefined ? [] : `${name} ${outputs[name]}`))
      .join(', '),
    channels: Object.entries(channels)
      .map(([name, { outcome, why }]) => [name, outcome, why].filter(Boolean).join(' '))
      .join(', '),
    commands: run.commands.map(({ name, properties, message }) =>
      properties['title'] === 'pgfence' || properties['title'] === undefined
        ? `${name}: ${anonymous(message, at)}`
        : `${name} ${properties['title']} at ${properties['file'] ?? ''}:${properties['line'] ?? ''}`,
    ),
    requests: run.requests.map(({ line }) => requestOf(line, at)),
    comments: ours.map(({ body }) => headlineOf(body)),
    uploads: at.state.sarifs.map(
      ({ ref, commit }, index) =>
        `${ref} ${nameOf(commit, at)}${index === at.state.sarifs.length - 1 ? `: ${alerts(at).join(', ') || 'empty'}` : ''}`,
    ),
  };
}

const headlineOf = (body: string): string => body.split('\n').find((line) => line.startsWith('## ')) ?? body;

function nameOf(sha: string, { base, head, merge }: Scenario): string {
  const names = new Map([
    [merge, 'merge'],
    [head, 'head'],
    [base, 'base'],
  ]);
  return names.get(sha) ?? 'sha';
}

function anonymous(text: string, at: Scenario): string {
  return text
    .replace(/[0-9a-f]{40}/g, (sha) => nameOf(sha, at))
    .replaceAll(at.server.serverUrl, 'https://github.com')
    .replace(/127\.0\.0\.1:\d+/g, 'github.com');
}

function requestOf(line: string, at: Scenario): string {
  return anonymous(line, at)
    .replace('/repos/acme/shop', '')
    .replace(/\d{10}/, 'id')
    .replace(/[0-9a-f-]{36}/, 'id');
}
