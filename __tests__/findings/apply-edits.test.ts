import { applyEdits, chooseEdits } from '../../src/findings/apply-edits';
import type { Finding, TextEdit } from '../../src/findings/finding';
import { filePath } from '../../src/sql/source';

const file = filePath('001.sql');
const edit = (start: number, end: number, text: string): TextEdit => ({ at: { file, start, end }, text });

function finding(rule: string, edits: readonly TextEdit[], suppressed = false): Finding {
  return {
    rule,
    severity: 'error',
    risk: 'high',
    at: { file, start: 0, end: 1 },
    place: { line: 1, column: 1, endLine: 1, endColumn: 2 },
    step: 0,
    migration: 0,
    message: '',
    help: '',
    repair: { summary: '', steps: [], edits },
    suppressed: suppressed ? { reason: 'four rows', line: 1 } : null,
    gating: true,
    id: '',
  };
}

test('edits that meet wait for another round, all of a finding or none; equal ones are made once', () => {
  const first = finding('first', [edit(0, 0, 'SET x;\n'), edit(10, 20, 'a')]);
  const same = finding('same', [edit(0, 0, 'SET x;\n'), edit(30, 30, 'c')]);
  const overlapping = finding('overlapping', [edit(40, 41, 'd'), edit(19, 25, 'b')]);
  const samePlace = finding('same place', [edit(0, 0, 'SET y;\n')]);
  const touching = finding('touching', [edit(20, 25, 'e')]);
  const accepted = finding('accepted', [edit(50, 60, 'f')], true);
  const chosen = chooseEdits([first, same, overlapping, samePlace, touching, accepted, finding('none', [])]);
  expect(chosen.findings.map(({ rule }) => rule)).toEqual(['first', 'same', 'touching']);
  expect(chosen.left.map(({ rule }) => rule)).toEqual(['overlapping', 'same place']);
  expect(chosen.byFile.get(file)).toEqual([
    edit(0, 0, 'SET x;\n'),
    edit(10, 20, 'a'),
    edit(20, 25, 'e'),
    edit(30, 30, 'c'),
  ]);
});

test('a line put before a statement takes its indent and the line ends of the file', () => {
  const text = 'BEGIN;\r\n\tALTER TABLE orders ADD note text;\r\n';
  const at = text.indexOf('ALTER');
  const add = text.indexOf('ADD');
  const edits = [edit(at, at, "SET lock_timeout = '2s';\n"), edit(add, add + 3, 'ADD COLUMN')];
  expect(applyEdits(text, edits)).toBe(
    "BEGIN;\r\n\tSET lock_timeout = '2s';\r\n\tALTER TABLE orders ADD COLUMN note text;\r\n",
  );
});
