/** Signs of MySQL, SQLite, SQL Server and Oracle that PostgreSQL has no reading for, and who uses them. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/`[^`\r\n]{1,64}`|\bAUTO_INCREMENT\b|\bENGINE\s{0,3}=\s{0,3}\w|^[ \t]{0,20}DELIMITER\s/im, 'MySQL'],
  [/^[ \t]{0,20}PRAGMA\s|\bAUTOINCREMENT\b|\bWITHOUT\s+ROWID\b/im, 'SQLite'],
  [/\[dbo\]|\bNVARCHAR\s{0,3}\(|\bIDENTITY\s{0,3}\(\s{0,3}\d/i, 'SQL Server'],
  [/\bN?VARCHAR2\b|\bNUMBER\s{0,3}\(/i, 'Oracle'],
];

/** Whose SQL a statement is that PostgreSQL does not parse, as far as it shows. */
export function otherDialect(text: string): string | undefined {
  return SIGNS.find(([sign]) => sign.test(text))?.[1];
}
