import type { DropStmt, Node } from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { nameOf, relationBefore } from './names';
import { afterAccessMethod, nameParts, namedObject, objectType } from './object-type';
import { writtenParameters } from './written-parameters';

/** DROP of anything that has no statement of its own. */
export function drop(node: DropStmt, lowering: Lowering): readonly Operation[] {
  const objects = node.objects ?? [];
  const rest = { ifExists: node.missing_ok === true, cascade: node.behavior === 'DROP_CASCADE' };
  const names = objects.map(namedObject);
  // Most kinds of objects are alike, so the union is not spelled out.
  const type: string = node.removeType ?? '';
  switch (type) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
      return [{ kind: 'drop-table', tables: names, foreign: type === 'OBJECT_FOREIGN_TABLE', ...rest }];
    case 'OBJECT_INDEX':
      return [{ kind: 'drop-index', indexes: names, concurrently: node.concurrent === true, ...rest }];
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
      return [{ kind: 'drop-view', views: names, materialized: type === 'OBJECT_MATVIEW', ...rest }];
    case 'OBJECT_SEQUENCE':
      return [{ kind: 'drop-sequence', sequences: names, ...rest }];
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return [{ kind: 'drop-type', types: names, domain: type === 'OBJECT_DOMAIN', ...rest }];
    case 'OBJECT_FUNCTION':
      return [{ kind: 'drop-function', functions: routines(objects, lowering), what: 'function', ...rest }];
    case 'OBJECT_PROCEDURE':
      return [{ kind: 'drop-function', functions: routines(objects, lowering), what: 'procedure', ...rest }];
    case 'OBJECT_ROUTINE':
      return [{ kind: 'drop-function', functions: routines(objects, lowering), what: 'routine', ...rest }];
    case 'OBJECT_AGGREGATE':
      return [{ kind: 'drop-function', functions: routines(objects, lowering), what: 'aggregate', ...rest }];
    case 'OBJECT_TRIGGER':
      return onTables(objects).map(({ name, table }) => ({
        kind: 'drop-trigger',
        trigger: name,
        table,
        ...rest,
      }));
    case 'OBJECT_RULE':
      return onTables(objects).map(({ name, table }) => ({ kind: 'drop-rule', rule: name, table, ...rest }));
    case 'OBJECT_POLICY':
      return onTables(objects).map(({ name, table }) => ({
        kind: 'drop-policy',
        policy: name,
        table,
        ...rest,
      }));
    case 'OBJECT_SCHEMA':
      return [{ kind: 'drop-schema', schemas: names.map(({ name }) => name), ...rest }];
    case 'OBJECT_EXTENSION':
      return [{ kind: 'drop-extension', extensions: names.map(({ name }) => name), ...rest }];
    case 'OBJECT_PUBLICATION':
      return [{ kind: 'drop-publication', publications: names.map(({ name }) => name), ...rest }];
    case 'OBJECT_STATISTIC_EXT':
      return [{ kind: 'drop-statistics', names, ...rest }];
    case 'OBJECT_OPCLASS':
    case 'OBJECT_OPFAMILY':
      return [
        {
          kind: 'drop-object',
          objectType: objectType(node.removeType),
          names: objects.map(afterAccessMethod),
          ...rest,
        },
      ];
    default:
      return [{ kind: 'drop-object', objectType: objectType(node.removeType), names, ...rest }];
  }
}

type Routine = Extract<Operation, { kind: 'drop-function' }>['functions'][number];

function routines(objects: readonly Node[], lowering: Lowering): readonly Routine[] {
  return objects.map((object) => {
    const written = 'ObjectWithArgs' in object ? object.ObjectWithArgs : undefined;
    return { name: namedObject(object), parameters: writtenParameters(written, lowering) };
  });
}

/** What hangs on a table is named `schema.table.name`. */
function onTables(
  objects: readonly Node[],
): readonly { name: string; table: { schema: string | null; name: string } }[] {
  return objects.map((object) => {
    const parts = nameParts(object);
    return { name: nameOf(parts).name, table: relationBefore(parts) };
  });
}
