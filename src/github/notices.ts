import type { Event } from './event';
import type { Refusal } from './refusal';
import type { Annotation } from './workflow-command';

/** What was refused. */
export type Channel = 'comment' | 'sarif' | 'suggestions' | 'diff';

const README = 'https://github.com/flvmnt/pgfence';

/** Where the recipes of the messages stand; the README has a heading for each. */
export const RECIPES = {
  forks: `${README}#pull-requests-from-forks`,
  permissions: `${README}#permissions`,
  privileged: `${README}#pull_request_target`,
} as const;

/** The line that a missing permission needs, as it stands in a workflow. */
const PERMISSIONS: Readonly<Record<Channel, string>> = {
  comment: 'permissions:\n  contents: read\n  pull-requests: write',
  suggestions: 'permissions:\n  contents: read\n  pull-requests: write',
  sarif: 'permissions:\n  contents: read\n  security-events: write',
  diff: 'permissions:\n  contents: read\n  pull-requests: read',
};

const SUBJECT: Readonly<Record<Channel, string>> = {
  comment: 'The comment on the pull request',
  suggestions: 'The suggestions',
  sarif: 'The upload to code scanning',
  diff: 'The list of changed files',
};

/**
 * One message for a refusal: what did not happen, why, and exactly what to write so that it does. A refusal that the
 * set-up explains is a notice; one that somebody should look into is a warning.
 */
export function noticeFor(channel: Channel, refusal: Refusal, event: Event): Annotation {
  const [level, text] = explain(channel, refusal, event);
  return { level, title: 'pgfence', message: text };
}

function explain(channel: Channel, refusal: Refusal, event: Event): readonly [Annotation['level'], string] {
  const subject = SUBJECT[channel];
  switch (refusal.kind) {
    case 'unauthenticated':
      return [
        'notice',
        `${subject} was refused: GitHub does not accept the token (${refusal.message}). Leave the input token out, so that the token of the job is used.`,
      ];
    case 'permission':
      return ['notice', `${subject} was refused: ${missingPermission(channel, refusal, event)}`];
    case 'not-found':
      return channel === 'sarif' || channel === 'diff'
        ? [
            'notice',
            `${subject} was refused: GitHub answers "not found", as it does where the token lacks a permission. ${permissions(channel)}`,
          ]
        : ['warning', `${subject} was refused: GitHub answers "not found"${requestId(refusal)}.`];
    case 'feature-off':
      return [
        'notice',
        `${subject} was refused: code scanning is not enabled for this repository (a private repository needs GitHub Code Security). The findings are shown as annotations instead. To stop trying, set\nwith:\n  sarif: off`,
      ];
    case 'policy':
      return ['notice', `${subject} was refused by a policy of the organisation: ${refusal.message}`];
    case 'archived':
      return ['notice', `${subject} was refused: the repository is archived.`];
    case 'locked':
      return [
        'notice',
        `${subject} was refused: the conversation is locked. The report is in the job summary.`,
      ];
    case 'too-large':
      return [
        'warning',
        `${subject} was refused: it is too large, even in its shortest form${requestId(refusal)}.`,
      ];
    case 'invalid':
      return ['warning', `${subject} was refused: ${refusal.message}${requestId(refusal)}.`];
    case 'rate-limited':
      return [
        'warning',
        `${subject} was refused: the rate limit of the token is used up. The report is in the job summary.`,
      ];
    case 'unavailable':
      return [
        'warning',
        `${subject} failed: GitHub did not answer (${refusal.message})${requestId(refusal)}.`,
      ];
  }
}

function missingPermission(channel: Channel, { message }: Refusal, event: Event): string {
  if (
    event.kind === 'pull-request' &&
    !event.privileged &&
    event.origin !== 'same-repository' &&
    channel !== 'diff'
  ) {
    const whose = event.origin === 'fork' ? 'a pull request from a fork' : 'Dependabot';
    if (channel === 'sarif')
      return `the token of ${whose} may only read. The findings are shown as annotations instead.`;
    return `the token of ${whose} may only read. The report is in the job summary and in the annotations. To have comments here too, add the companion workflow: ${RECIPES.forks}`;
  }
  return `the token may not do this (${message}). ${permissions(channel)}`;
}

const permissions = (channel: Channel): string => `Give the job\n${PERMISSIONS[channel]}`;

const requestId = ({ requestId: id }: Refusal): string => (id === undefined ? '' : ` (request ${id})`);

/** Why everything was analysed and nothing gates, and how to have the diff. */
export function scopeNotice(why: string, refusal: Refusal | undefined): Annotation {
  const remedy =
    refusal === undefined
      ? ''
      : ` ${permissions('diff')}\nor let actions/checkout fetch the base:\nwith:\n  fetch-depth: 2`;
  return {
    level: 'warning',
    title: 'pgfence',
    message: `Every migration was analysed and none gates: ${why}.${remedy}`,
  };
}

/** A set-up in whose scope no file lies would pass every pull request. */
export function scopeOfNothing(globs: readonly string[], folder: string): Annotation {
  const where = folder === '' ? 'the repository' : `the working-directory ${folder}`;
  const what =
    globs.length === 0
      ? `There is no file in ${where}`
      : `No file in ${where} matches paths (${globs.join(', ')})`;
  return {
    level: 'warning',
    title: 'pgfence',
    message: `${what}, so nothing is ever analysed. Correct the input, or the paths of the configuration.`,
  };
}

/** `pull_request_target` runs with a token that may write, for content that a stranger wrote. */
export const PRIVILEGED_NOTICE: Annotation = {
  level: 'notice',
  title: 'pgfence',
  message: `On pull_request_target the configuration of the default branch is used and nothing goes to code scanning. Run pgfence on pull_request, with the companion workflow for forks: ${RECIPES.privileged}`,
};

/** What GitHub made of an uploaded file after it had taken it. */
export function processingWarning(errors: readonly string[]): Annotation {
  return {
    level: 'warning',
    title: 'pgfence',
    message: `Code scanning did not process the upload: ${errors.join('; ') || 'GitHub gives no reason'}`,
  };
}

export const TRIMMED_NOTICE: Annotation = {
  level: 'notice',
  title: 'pgfence',
  message:
    'The upload to code scanning was too large: it holds the 500 worst results. All of them are in the job summary.',
};
