import type {
  AlterExtensionContentsStmt,
  AlterExtensionStmt,
  CreateExtensionStmt,
  DefElem,
} from '@pgsql/types';
import type { Operation } from '../../postgres/operation';
import type { Lowering } from './lowering';
import { findOption, optionText } from './options';

/** Extensions of the server's own distribution that are gone. Source: the release notes of each major. */
const REMOVED: Readonly<Record<string, number>> = {
  chkpass: 11,
  plpythonu: 15,
  plpython2u: 15,
  jsonb_plpythonu: 15,
  jsonb_plpython2u: 15,
  hstore_plpythonu: 15,
  hstore_plpython2u: 15,
  ltree_plpythonu: 15,
  ltree_plpython2u: 15,
  adminpack: 17,
  old_snapshot: 17,
};

/** CREATE EXTENSION; CREATE LANGUAGE comes here as well. */
export function createExtension(node: CreateExtensionStmt, { needs }: Lowering): readonly Operation[] {
  const extension = node.extname ?? '';
  const removed = Object.hasOwn(REMOVED, extension) ? REMOVED[extension] : undefined;
  if (removed !== undefined) needs.until(removed, `the extension ${extension}`);
  return [
    {
      kind: 'create-extension',
      extension,
      ifNotExists: node.if_not_exists === true,
      schema: textOf(findOption(node.options, 'schema')),
      version: textOf(findOption(node.options, 'new_version')),
    },
  ];
}

function textOf(option: DefElem | undefined): string | null {
  return option === undefined ? null : optionText(option);
}

/** ALTER EXTENSION … UPDATE. */
export function updateExtension(node: AlterExtensionStmt): readonly Operation[] {
  return [{ kind: 'alter-extension', extension: node.extname ?? '', change: 'update' }];
}

/** ALTER EXTENSION … ADD and DROP. */
export function extensionContents(node: AlterExtensionContentsStmt): readonly Operation[] {
  return [{ kind: 'alter-extension', extension: node.extname ?? '', change: 'contents' }];
}
