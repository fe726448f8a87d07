import { isGap } from '../../src/sql/gap';
import { decodeSource, filePath, MAX_FILE_BYTES } from '../../src/sql/source';

const path = filePath('migrations\\001_orders.sql');

function decode(...parts: readonly (string | number)[]): ReturnType<typeof decodeSource> {
  return decodeSource(
    path,
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part])))),
  );
}

describe('filePath', () => {
  it('has forward slashes and no leading dot', () => {
    expect(filePath('db\\migrations\\1.sql')).toBe('db/migrations/1.sql');
    expect(filePath('./db/1.sql')).toBe('db/1.sql');
  });
});

describe('decodeSource', () => {
  it('reads UTF-8 and keeps the line ends', () => {
    expect(decode('SELECT 1;\r\n-- naïve\n')).toEqual({
      path: 'migrations/001_orders.sql',
      text: 'SELECT 1;\r\n-- naïve\n',
    });
  });

  it('takes off a byte order mark', () => {
    expect(decode('\uFEFFSELECT 1')).toEqual({ path, text: 'SELECT 1' });
  });

  it('reads other bytes as Latin-1, in which SQL is the same', () => {
    expect(decode('-- caf', 0xe9, '\nSELECT 1')).toEqual({ path, text: '-- café\nSELECT 1' });
  });

  it.each([
    ['NUL bytes', [0x89, 'PNG', 0, 1], 'binary-file', 'The file has NUL bytes, it is not text'],
    [
      'UTF-16',
      [0xff, 0xfe, 'S', 0],
      'invalid-encoding',
      'The file is UTF-16; PostgreSQL reads no such encoding',
    ],
  ] as const)('refuses %s', (_, parts, reason, detail) => {
    expect(decode(...parts)).toEqual({ kind: 'gap', at: { file: path, start: 0, end: 0 }, reason, detail });
  });

  it('refuses files that are too large, and none that is not', () => {
    expect(isGap(decodeSource(path, new Uint8Array(MAX_FILE_BYTES).fill(32)))).toBe(false);
    expect(decodeSource(path, new Uint8Array(MAX_FILE_BYTES + 1).fill(32))).toEqual({
      kind: 'gap',
      at: { file: path, start: 0, end: 0 },
      reason: 'file-too-large',
      detail: 'The file has 10485761 bytes; files of more than 10485760 are not read',
    });
  });
});
