import type { RefreshMatViewStmt, ViewStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { relationName, strings } from './names';
import { optionRecord } from './options';
import { persistence } from './persistence';
import { storedQuery } from './stored-query';

/** CREATE VIEW. WITH CHECK OPTION becomes the option `check_option`, as the server does. */
export function createView(node: ViewStmt, lowering: Lowering): readonly Operation[] {
  const options = { ...optionRecord(node.options), ...checkOption(node) };
  if ('security_invoker' in options) lowering.needs.since(15, 'security_invoker');
  return [
    {
      kind: 'create-view',
      view: relationName(node.view),
      replace: node.replace === true,
      persistence: persistence(node.view),
      recursive: isRecursive(node),
      columnNames: strings(node.aliases),
      query: storedQuery(node.query, lowering),
      options,
    },
  ];
}

function checkOption(node: ViewStmt): Readonly<Record<string, string>> {
  switch (node.withCheckOption ?? 'NO_CHECK_OPTION') {
    case 'LOCAL_CHECK_OPTION':
      return { check_option: 'local' };
    case 'CASCADED_CHECK_OPTION':
      return { check_option: 'cascaded' };
    case 'NO_CHECK_OPTION':
      return {};
  }
}

/** The parser writes `CREATE RECURSIVE VIEW v` as a query of a WITH RECURSIVE of the same name. */
function isRecursive(node: ViewStmt): boolean {
  const clause =
    node.query !== undefined && 'SelectStmt' in node.query ? node.query.SelectStmt.withClause : undefined;
  const [first] = clause?.ctes ?? [];
  return (
    clause?.recursive === true &&
    first !== undefined &&
    'CommonTableExpr' in first &&
    first.CommonTableExpr.ctename === node.view?.relname
  );
}

/** REFRESH MATERIALIZED VIEW. */
export function refreshMaterializedView(node: RefreshMatViewStmt): readonly Operation[] {
  return [
    {
      kind: 'refresh-materialized-view',
      view: relationName(node.relation),
      concurrently: node.concurrent === true,
      withData: node.skipData !== true,
    },
  ];
}
