import type { FilePath } from '../sql/source';
import type { Finding, TextEdit } from './finding';

/** The edits of some findings, by the file that they change, in the order of the text. */
export interface ChosenEdits {
  readonly byFile: ReadonlyMap<FilePath, readonly TextEdit[]>;
  /** Whose edits are among them. */
  readonly findings: readonly Finding[];
  /** Whose edits meet those of an earlier one: for another round. */
  readonly left: readonly Finding[];
}

/** The edits that can be made together. Those of one finding are made all or none; what two findings ask alike is made once. */
export function chooseEdits(findings: readonly Finding[]): ChosenEdits {
  const byFile = new Map<FilePath, TextEdit[]>();
  const chosen: Finding[] = [];
  const left: Finding[] = [];
  for (const finding of findings) {
    const edits = finding.repair?.edits ?? [];
    if (finding.suppressed !== null || edits.length === 0) continue;
    const asked = edits.filter(
      (edit) => !(byFile.get(edit.at.file) ?? []).some((other) => isSame(edit, other)),
    );
    if (asked.some((edit) => (byFile.get(edit.at.file) ?? []).some((other) => meet(edit, other)))) {
      left.push(finding);
      continue;
    }
    chosen.push(finding);
    for (const edit of asked) {
      const known = byFile.get(edit.at.file);
      if (known === undefined) byFile.set(edit.at.file, [edit]);
      else known.push(edit);
    }
  }
  for (const edits of byFile.values()) edits.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return { byFile, findings: chosen, left };
}

/** The text with edits made that do not meet. Line ends become those of the text, and a line put before another takes its indent. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let result = '';
  let done = 0;
  for (const { at, text: replacement } of edits) {
    const indent = at.start === at.end && replacement.endsWith('\n') ? indentBefore(text, at.start) : '';
    result += text.slice(done, at.start) + (replacement + indent).replace(/\r?\n/g, lineEnd);
    done = at.end;
  }
  return result + text.slice(done);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.at.start === b.at.start && a.at.end === b.at.end && a.text === b.text;
}

/** Two insertions at one place meet too: which comes first is nobody's to say. */
function meet(a: TextEdit, b: TextEdit): boolean {
  if (a.at.start === b.at.start) return true;
  return a.at.start < b.at.end && b.at.start < a.at.end;
}

function indentBefore(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*$/.test(before) ? before : '';
}
