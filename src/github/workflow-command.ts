/** A message that the runner shows on the run and, if it names a file, beside the lines of the diff. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  /** Relative to the repository's root. */
  readonly path?: string;
  /** One-based, as are the others; the end column is exclusive. */
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** The runner cuts longer messages, after it has masked secrets. */
const LONGEST_MESSAGE = 4096;

/** One line of output that the runner takes for an annotation (toolkit: docs/commands.md; runner: ActionCommand.cs). */
export function workflowCommand(annotation: Annotation): string {
  const { level, message, title, path, line, endLine, column, endColumn } = annotation;
  const oneLine = line !== undefined && (endLine === undefined || endLine === line);
  const properties = [
    ['file', path],
    ['line', line],
    ['endLine', line === undefined || endLine === undefined || endLine < line ? undefined : endLine],
    // The runner drops columns of a region of several lines, and says so in the log.
    ['col', oneLine ? column : undefined],
    ['endColumn', oneLine ? endColumn : undefined],
    ['title', title],
  ] as const;
  const given = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  const head = given.length === 0 ? level : `${level} ${given.join(',')}`;
  return `::${head}::${escapeData(shortened(message))}`;
}

/**
 * Log text in which no line is taken for a command, whatever the repository's files make it say. The token is random:
 * who knows it can end the fence.
 */
export function fenced(lines: readonly string[], token: string): string {
  const harmless = lines.map((line) => printable(line).replaceAll(token, ''));
  return [`::stop-commands::${token}`, ...harmless, `::${token}::`].join('\n');
}

/** Without control and direction characters, which could hide or reorder what is shown. Line ends and tabs stay. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

function shortened(message: string): string {
  const shown = printable(message);
  return shown.length <= LONGEST_MESSAGE ? shown : `${shown.slice(0, LONGEST_MESSAGE - 1)}…`;
}

function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(value: string): string {
  return escapeData(printable(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
