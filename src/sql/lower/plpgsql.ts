import type { BodyStatement } from '../../postgres/body';
import { bodyPosition } from './body-position';
import type { Lowering } from './lowering';
import { plpgsqlStatements } from './plpgsql-statement';
import type { BodyReader } from './plpgsql-reader';
import { bodyReader } from './plpgsql-reader';
import { treeNode } from './plpgsql-tree';
import { datumsOf, defaults, variables } from './plpgsql-variables';

/**
 * The statements of a body in PL/pgSQL.
 *
 * @param source the text between the quotes
 * @param lowering `text` is the whole DO or CREATE FUNCTION statement
 */
export function plpgsqlBody(source: string, lowering: Lowering): readonly BodyStatement[] {
  const position = bodyPosition(lowering.text, source);
  const tree = lowering.parsePlPgSQL(lowering.text);
  const failed = (detail: string): BodyStatement => ({
    kind: 'unread',
    reason: 'procedural-code',
    detail,
    start: position.find('', 0),
  });
  if (tree.kind === 'failure') return [failed(tree.error)];
  const [written] = tree.functions;
  const root = treeNode(written);
  const action = root === null ? null : treeNode(root.fields['action']);
  if (root === null || action === null) return [failed('no body')];
  const datums = datumsOf(root.fields);
  const reader: BodyReader = bodyReader(lowering, position, variables(action, datums), datums);
  const declared = defaults(datums).flatMap(({ name, sql, line }) => {
    reader.remember(name, sql);
    return reader.evaluated(sql, line);
  });
  return [...declared, ...plpgsqlStatements([action], reader)];
}
