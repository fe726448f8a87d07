import type { Risk } from '../../findings/finding';
import type { ReportContext } from '../reporter';

/** Paints text, or leaves it as it is: what picocolors offers, of which only this is used. */
export interface Colors {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
  magenta(text: string): string;
}

/** What the terminal report depends on. */
export interface TerminalContext extends ReportContext {
  /** Columns of the terminal; 60 at least, more than 160 are not used. */
  readonly columns: number;
  readonly colors: Colors;
  /** Only findings, gaps and the summary. */
  readonly quiet: boolean;
}

/** The columns that are used. */
export function widthOf({ columns }: TerminalContext): number {
  return Math.min(Math.max(columns, 60), 160);
}

/** A text in the colour of a risk. */
export function paintRisk(risk: Risk, text: string, colors: Colors): string {
  switch (risk) {
    case 'critical':
      return colors.bold(colors.red(text));
    case 'high':
      return colors.red(text);
    case 'medium':
      return colors.yellow(text);
    case 'low':
      return colors.cyan(text);
    case 'safe':
      return colors.green(text);
  }
}

/** A line across the report. */
export function rule(context: TerminalContext): string {
  return context.colors.dim('─'.repeat(widthOf(context)));
}

/** `1 finding`, `1,200 findings`. */
export function counted(number: number, word: string): string {
  return `${grouped(number)} ${word}${number === 1 ? '' : 's'}`;
}

/** A count with its thousands apart. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
