import { LOCK_MODES, atLeast, conflicts, stronger } from '../../src/postgres/lock-mode';

test('the conflict table is the one of the manual', () => {
  // Rows and columns in the order of LOCK_MODES; X: the two wait for one another. Proved on servers by conformance/lock-conflicts.
  const manual = [
    '.......X',
    '......XX',
    '....XXXX',
    '...XXXXX',
    '..XX.XXX',
    '..XXXXXX',
    '.XXXXXXX',
    'XXXXXXXX',
  ];
  const ours = LOCK_MODES.map((a) => LOCK_MODES.map((b) => (conflicts(a, b) ? 'X' : '.')).join(''));
  expect(ours).toEqual(manual);
});

test('conflicts is symmetric', () => {
  const oneSided = LOCK_MODES.flatMap((a) =>
    LOCK_MODES.filter((b) => conflicts(a, b) !== conflicts(b, a)).map((b) => [a, b]),
  );
  expect(oneSided).toEqual([]);
});

test('stronger takes the later mode of the order, whichever comes first', () => {
  expect(stronger('SHARE', 'ROW EXCLUSIVE')).toBe('SHARE');
  expect(stronger('ROW EXCLUSIVE', 'SHARE')).toBe('SHARE');
  expect(stronger('SHARE', 'SHARE')).toBe('SHARE');
});

test('atLeast holds for the mode itself and those above it', () => {
  expect(LOCK_MODES.filter((mode) => atLeast(mode, 'SHARE ROW EXCLUSIVE'))).toEqual([
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
  ]);
});
