import type { RenameStmt } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import { alterTarget } from './alter-table';
import type { Lowering } from './lowering';
import { relationName } from './names';
import { afterAccessMethod, namedObject, objectType } from './object-type';
import { routineParameters } from './written-parameters';

/** ALTER … RENAME in all its forms but that of an enum's value. */
export function rename(node: RenameStmt, lowering: Lowering): readonly Operation[] {
  const { needs } = lowering;
  const from = node.subname ?? '';
  const to = node.newname ?? '';
  const table = relationName(node.relation);
  // Most kinds of objects are alike, so the union is not spelled out.
  const type: string = node.renameType ?? '';
  switch (type) {
    case 'OBJECT_TABLE':
    case 'OBJECT_INDEX':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_SEQUENCE':
    case 'OBJECT_FOREIGN_TABLE':
      return [{ kind: 'rename-table', ...alterTarget(node, node.renameType), to }];
    case 'OBJECT_COLUMN':
      if (node.relationType === 'OBJECT_VIEW') needs.since(13, 'ALTER VIEW … RENAME COLUMN');
      return [{ kind: 'rename-column', ...alterTarget(node, node.relationType), column: from, to }];
    case 'OBJECT_TABCONSTRAINT':
      return [{ kind: 'rename-constraint', ...alterTarget(node, 'OBJECT_TABLE'), constraint: from, to }];
    case 'OBJECT_ATTRIBUTE':
      return [
        {
          kind: 'alter-composite-type',
          type: table,
          change: { kind: 'rename', attribute: from, to },
          cascade: node.behavior === 'DROP_CASCADE',
        },
      ];
    case 'OBJECT_TRIGGER':
      return [{ kind: 'rename-trigger', trigger: from, table, to }];
    case 'OBJECT_RULE':
      return [{ kind: 'rename-rule', rule: from, table, to }];
    case 'OBJECT_POLICY':
      return [{ kind: 'rename-policy', policy: from, table, to }];
    case 'OBJECT_SCHEMA':
      return [{ kind: 'rename-schema', schema: from, to }];
    case 'OBJECT_DOMCONSTRAINT':
      return [
        {
          kind: 'alter-domain',
          domain: namedObject(node.object),
          change: { kind: 'rename-constraint', constraint: from, to },
        },
      ];
    default:
      return [
        {
          kind: 'alter-object',
          objectType: objectType(node.renameType),
          name: renamed(node),
          ...routineParameters(node.object, lowering),
          change: 'rename',
          to,
        },
      ];
  }
}

function renamed(node: RenameStmt): { schema: string | null; name: string } {
  if (node.object === undefined) return { schema: null, name: node.subname ?? '' };
  const afterMethod = node.renameType === 'OBJECT_OPCLASS' || node.renameType === 'OBJECT_OPFAMILY';
  return afterMethod ? afterAccessMethod(node.object) : namedObject(node.object);
}
