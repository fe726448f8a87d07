import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputCommand } from './output';
import type { Runner } from './runner';
import { type Annotation, fenced, workflowCommand } from './workflow-command';

/** Where a run puts down what it has to say, apart from GitHub's API. */
export interface Desk {
  /** Writes a file that later steps may use, and answers its path. */
  readonly file: (name: string, text: string) => string;
  readonly output: (name: string, value: string) => void;
  readonly summary: (markdown: string) => void;
  readonly annotate: (annotations: readonly Annotation[]) => void;
  /** Log lines, which may hold text of the repository. */
  readonly log: (lines: readonly string[]) => void;
}

/**
 * The runner's desk: its file commands and its log.
 *
 * @param random gives a text that nobody can foresee, for delimiters and fences
 */
export function runnerDesk(runner: Runner, print: (text: string) => void, random: () => string): Desk {
  let folder: string | undefined;
  return {
    file: (name, text) => {
      folder ??= mkdtempSync(join(runner.temp, 'pgfence-'));
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    output: (name, value) => {
      const command = outputCommand(name, value, `pgfence-${random()}`);
      if (runner.outputFile !== undefined && command !== undefined)
        appendFileSync(runner.outputFile, command);
    },
    summary: (markdown) => {
      if (runner.summaryFile !== undefined) appendFileSync(runner.summaryFile, `${markdown}\n`);
    },
    annotate: (annotations) => {
      for (const annotation of annotations) print(`${workflowCommand(annotation)}\n`);
    },
    log: (lines) => {
      if (lines.length > 0) print(`${fenced(lines, `pgfence-${random()}`)}\n`);
    },
  };
}
