import type { Site } from '../../javascript/host';
import type { Options } from '../../javascript/options';
import { joinSql, sqlAt } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import type { Steps } from './words';
import { listOf, nameSql, rawSql, when } from './words';

/** GRANT and REVOKE on tables and schemas. */
export const GRANTS: Readonly<Record<string, Steps>> = {
  grantOnTables: ({ args, site, options }) => [grant(options(args[0]), tables(options(args[0]), site), site)],
  revokeOnTables: ({ args, site, options }) => [
    revoke(options(args[0]), tables(options(args[0]), site), site),
  ],
  grantOnSchemas: ({ args, site, options }) => [
    grant(options(args[0]), schemas(options(args[0]), site), site),
  ],
  revokeOnSchemas: ({ args, site, options }) => [
    revoke(options(args[0]), schemas(options(args[0]), site), site),
  ],
};

function grant(options: Options, on: TextValue, site: Site): TextValue {
  return sqlAt(
    site.at,
  )`GRANT ${privileges(options, site)} ON ${on} TO ${roles(options.value('roles'), site)}${when(options, 'withGrantOption', ' WITH GRANT OPTION')}`;
}

function revoke(options: Options, on: TextValue, site: Site): TextValue {
  return sqlAt(
    site.at,
  )`REVOKE ${when(options, 'onlyGrantOption', 'GRANT OPTION FOR ')}${privileges(options, site)} ON ${on} FROM ${roles(options.value('roles'), site)}${when(options, 'cascade', ' CASCADE')}`;
}

function tables(options: Options, site: Site): TextValue {
  const all = knownText(options.value('tables')) === 'ALL';
  if (all) return sqlAt(site.at)`ALL TABLES IN SCHEMA ${nameSql(options.value('schema'), site)}`;
  return names(options.value('tables'), site);
}

function schemas(options: Options, site: Site): TextValue {
  return sqlAt(site.at)`SCHEMA ${names(options.value('schemas'), site)}`;
}

function privileges(options: Options, site: Site): TextValue {
  const words = listOf(options.value('privileges')).map((word) => rawSql(word, site, 'the privilege'));
  return joinSql(words, ', ', site.at);
}

function roles(value: Value | undefined, site: Site): TextValue {
  const written = listOf(value).map((role) =>
    knownText(role)?.toUpperCase() === 'PUBLIC' ? sqlAt(site.at)`PUBLIC` : nameSql(role, site),
  );
  return joinSql(written, ', ', site.at);
}

function names(value: Value | undefined, site: Site): TextValue {
  return joinSql(
    listOf(value).map((name) => nameSql(name, site)),
    ', ',
    site.at,
  );
}
