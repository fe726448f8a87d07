import type { Options } from '../../javascript/options';
import { quoteLiteral, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText } from '../../javascript/text';
import type { TextValue } from '../../javascript/value';
import type { BuilderCall } from './calls';
import { columnSql, createEnumSql, fullType, isEnum } from './column';

/**
 * What `changeColumn` sends. Another type, length or array mark drops the column and adds it anew. Where only the name of the
 * old column is given, TypeORM asks the database what it is: the worse case is taken, and said to be conditional.
 */
export function changeColumnSql(call: BuilderCall, before: Options, after: Options): readonly TextValue[] {
  const { table, site } = call;
  const { at } = site;
  const sql = sqlAt(at);
  const alter = sql`ALTER TABLE ${table.sql}`;
  const isKnown = before.has('type');
  const oldName = before.text('name') ?? sqlValue(call.args[1], at, 'the column');
  const newName = quoteName(after.text('name') ?? sqlValue(undefined, at, 'the column'), at);
  if (!isKnown) call.doubt('the type, the length or the array mark of the column changes');
  if (!isKnown || isRecreated(before, after)) {
    return [
      sql`${alter} DROP COLUMN ${quoteName(oldName, at)}`,
      ...(isEnum(after) ? [createEnumSql(table, after)] : []),
      sql`${alter} ADD ${columnSql(table, after)}`,
    ];
  }
  const statements: TextValue[] = [];
  if (knownText(oldName) !== knownText(after.value('name'))) {
    statements.push(sql`${alter} RENAME COLUMN ${quoteName(oldName, at)} TO ${newName}`);
  }
  if (differs(before, after, 'precision') || differs(before, after, 'scale')) {
    statements.push(sql`${alter} ALTER COLUMN ${newName} TYPE ${fullType(after)}`);
  }
  if (before.flag('isNullable') !== after.flag('isNullable')) {
    statements.push(
      sql`${alter} ALTER COLUMN ${newName} ${after.flag('isNullable') ? 'DROP' : 'SET'} NOT NULL`,
    );
  }
  if (differs(before, after, 'comment')) {
    const comment = after.text('comment');
    const literal = comment === undefined ? 'NULL' : quoteLiteral(comment, at);
    statements.push(sql`COMMENT ON COLUMN ${table.sql}.${newName} IS ${literal}`);
  }
  if (differs(before, after, 'default')) {
    const value = after.text('default');
    const action = value === undefined ? sql`DROP DEFAULT` : sql`SET DEFAULT ${value}`;
    statements.push(sql`${alter} ALTER COLUMN ${newName} ${action}`);
  }
  return statements;
}

function isRecreated(before: Options, after: Options): boolean {
  return (
    differs(before, after, 'type') ||
    differs(before, after, 'length') ||
    before.flag('isArray') !== after.flag('isArray') ||
    (after.word('generatedType') === 'STORED' && differs(before, after, 'asExpression'))
  );
}

function differs(before: Options, after: Options, key: string): boolean {
  return (before.word(key) ?? '') !== (after.word(key) ?? '');
}
