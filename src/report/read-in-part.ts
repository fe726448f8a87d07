import type { ReportedGap, ReportedStep } from '../findings/report';

interface At {
  readonly file: string;
}

/** A statement with its place. */
interface Located extends Pick<ReportedStep, 'place'> {
  readonly step: { readonly statement: { readonly at: At } };
}

/** A gap with its place. */
interface LocatedGap extends Pick<ReportedGap, 'place' | 'suppressed'> {
  readonly gap: { readonly at: At };
}

/** Whether something inside a statement could not be read (a body that puts SQL together): then nobody can call it safe. */
export function isReadInPart({ place, step }: Located, gaps: readonly LocatedGap[]): boolean {
  return gaps.some(
    ({ gap, place: unread, suppressed }) =>
      suppressed === null &&
      gap.at.file === step.statement.at.file &&
      !isBefore(unread.line, unread.column, place.line, place.column) &&
      !isBefore(place.endLine, place.endColumn, unread.endLine, unread.endColumn),
  );
}

function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn);
}
