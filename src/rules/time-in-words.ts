import { normalise } from '../analysis/settings';

/** Milliseconds as people say them: `2 s`, `1 min`, `150 ms`. */
export function timeInWords(milliseconds: number): string {
  if (milliseconds >= 60_000 && milliseconds % 60_000 === 0) return `${milliseconds / 60_000} min`;
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}

/** Milliseconds of a time as PostgreSQL writes it: `5s`, `200`. Zero where it is none. */
export function millisecondsOf(time: string): number {
  return Number(normalise('lock_timeout', time) ?? 0);
}
