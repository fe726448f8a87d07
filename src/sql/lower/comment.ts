import type { CommentStmt, Node, SecLabelStmt } from '@pgsql/types';
import type { ObjectName, RelationName } from '../../postgres/name';
import type { Operation } from '../../postgres/operation';
import type { ObjectType } from '../../postgres/operations/object';
import { nameOf, relationBefore } from './names';
import { afterAccessMethod, nameParts, namedObject, objectType } from './object-type';

/** COMMENT ON. An empty comment removes it as NULL does. */
export function comment(node: CommentStmt): readonly Operation[] {
  return [{ kind: 'comment', ...described(node.objtype, node.object), text: node.comment ?? null }];
}

/** SECURITY LABEL. */
export function securityLabel(node: SecLabelStmt): readonly Operation[] {
  return [{ kind: 'security-label', ...described(node.objtype, node.object), text: node.label ?? null }];
}

interface Described {
  readonly objectType: ObjectType;
  readonly name: ObjectName;
  readonly relation: RelationName | null;
}

function described(written: CommentStmt['objtype'], object: Node | undefined): Described {
  const type = objectType(written);
  const parts = nameParts(object);
  // Most kinds of objects are alike, so the union is not spelled out.
  const kind: string = written ?? '';
  switch (kind) {
    case 'OBJECT_COLUMN':
    case 'OBJECT_TABCONSTRAINT':
    case 'OBJECT_TRIGGER':
    case 'OBJECT_RULE':
    case 'OBJECT_POLICY':
      return {
        objectType: type,
        name: { schema: null, name: nameOf(parts).name },
        relation: relationBefore(parts),
      };
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE':
    case 'OBJECT_INDEX':
    case 'OBJECT_SEQUENCE':
      return { objectType: type, name: nameOf(parts), relation: nameOf(parts) };
    case 'OBJECT_DOMCONSTRAINT':
      return { objectType: type, name: { schema: null, name: parts.at(-1) ?? '' }, relation: null };
    case 'OBJECT_OPCLASS':
    case 'OBJECT_OPFAMILY':
      return {
        objectType: type,
        name: object === undefined ? nameOf([]) : afterAccessMethod(object),
        relation: null,
      };
    default:
      return { objectType: type, name: namedObject(object), relation: null };
  }
}
