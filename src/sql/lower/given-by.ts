import type { Node, SelectStmt } from '@pgsql/types';
import type { BodyCondition } from '../../postgres/body';
import type { Given } from '../question';
import type { Existence } from './body-condition';
import { existence } from './body-condition';
import { catalogLookUp, functionLookUp } from './catalog-look-up';
import { strings } from './names';
import { numberIn } from './plpgsql-tree';
import { withConstants } from './with-constants';

/** What a query to the system catalogs gives, as a condition that the catalog can answer; null where it asks for something else. */
export function givenBy(
  statement: Node,
  what: Given,
  parameters: readonly (string | null)[],
): BodyCondition | null {
  const node =
    parameters.length === 0
      ? statement
      : withConstants(statement, ({ kind, fields }) =>
          kind === 'ParamRef' ? parameters[numberIn(fields, 'number') - 1] : null,
        );
  if (!('SelectStmt' in node)) return null;
  const found = asked(node.SelectStmt, what);
  return found === null ? null : { kind: 'exists', ...found };
}

function asked(select: SelectStmt, what: Given): Existence | null {
  const { targetList = [], fromClause, whereClause, limitOffset, intoClause } = select;
  if (limitOffset !== undefined || intoClause !== undefined) return null;
  const values = targetList.map((each) => ('ResTarget' in each ? each.ResTarget.val : undefined));
  const [value] = values;
  const isBare = fromClause === undefined && whereClause === undefined && values.length === 1;
  switch (what) {
    case 'row': {
      const isPlain = values.every(
        (each) => each !== undefined && ('ColumnRef' in each || 'A_Const' in each),
      );
      return isPlain ? found(catalogLookUp(select)) : null;
    }
    case 'count':
      return values.length === 1 && value !== undefined && isCount(value)
        ? found(catalogLookUp(select))
        : null;
    case 'name':
      return isBare && value !== undefined ? found(functionLookUp(value)) : null;
    case 'truth':
      return isBare && value !== undefined ? existence(value) : null;
  }
}

function found(object: ReturnType<typeof catalogLookUp>): Existence | null {
  return object === null ? null : { object, negated: false };
}

function isCount(node: Node): boolean {
  if ('TypeCast' in node && node.TypeCast.arg !== undefined) return isCount(node.TypeCast.arg);
  return 'FuncCall' in node && strings(node.FuncCall.funcname).at(-1) === 'count';
}
