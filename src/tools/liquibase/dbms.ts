/** What `dbms` names, where it leaves PostgreSQL out. */
export function otherDatabases(dbms: string | undefined): string | null {
  return dbms === undefined || runsOnPostgres(dbms) ? null : dbms;
}

/** Whether a list of databases as `dbms` has them includes PostgreSQL. */
export function runsOnPostgres(dbms: string): boolean {
  const names = dbms.split(',').map((name) => name.trim().toLowerCase());
  if (names.includes('!postgresql') || names.includes('none')) return false;
  const wanted = names.filter((name) => name !== '' && !name.startsWith('!'));
  return wanted.length === 0 || wanted.some((name) => name === 'postgresql' || name === 'all');
}
