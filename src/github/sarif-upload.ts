import { gzipSync } from 'node:zlib';
import type { GitHub, SarifUpload } from './github';
import type { Refusal } from './refusal';
import { json, list, member } from './untrusted';

/** What a SARIF file is about. The commit and ref are those of the content that was analysed. */
export type SarifTarget = Omit<SarifUpload, 'sarif'>;

export type SarifOutcome =
  | { readonly kind: 'carried'; readonly id: string; readonly trimmed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Results kept when GitHub finds the file too large. */
const KEPT = 500;
const TRIES = 3;

/** Uploads a SARIF text. A 202 counts as carried, although GitHub reads the file only afterwards. */
export async function uploadSarif(
  github: GitHub,
  sarif: string,
  target: SarifTarget,
  wait: (milliseconds: number) => Promise<void>,
): Promise<SarifOutcome> {
  let text = sarif;
  let trimmed = false;
  for (let attempt = 1; ; attempt++) {
    const answer = await github.uploadSarif({ ...target, sarif: encoded(text) });
    if (answer.kind === 'ok') return { kind: 'carried', id: answer.value, trimmed };
    if (answer.refusal.kind === 'too-large' && !trimmed) {
      text = worstResults(text);
      trimmed = true;
      continue;
    }
    // A second upload of the same commit and category replaces the first, so a lost answer may be asked for again.
    if (answer.refusal.kind !== 'unavailable' || attempt >= TRIES) return answer;
    await wait(attempt * attempt * 1000);
  }
}

const encoded = (text: string): string => gzipSync(text).toString('base64');

/** The same file with its worst results alone: errors, then warnings, then notes, each in the order they stand in. */
function worstResults(sarif: string): string {
  const log = json(sarif);
  const runs = list(member(log, 'runs')).map((run) => {
    const results = [...list(member(run, 'results'))].sort((a, b) => rank(a) - rank(b)).slice(0, KEPT);
    return { ...Object(run), results };
  });
  return JSON.stringify({ ...Object(log), runs });
}

function rank(result: unknown): number {
  const place = ['error', 'warning', 'note', 'none'].findIndex((level) => level === member(result, 'level'));
  return place < 0 ? 1 : place;
}

/** What GitHub made of an upload: nothing to say, or one sentence for the user. */
export async function sarifProblem(
  github: GitHub,
  id: string,
  waits: readonly number[],
  wait: (milliseconds: number) => Promise<void>,
): Promise<readonly string[] | undefined> {
  for (const pause of waits) {
    await wait(pause);
    const answer = await github.sarifStatus(id);
    // Whether a token may read the status is another question than whether the file was taken.
    if (answer.kind === 'refused' && answer.refusal.kind !== 'not-found') return undefined;
    if (answer.kind === 'ok' && answer.value.state === 'complete') return undefined;
    if (answer.kind === 'ok' && answer.value.state === 'failed') return answer.value.errors;
  }
  return undefined;
}
