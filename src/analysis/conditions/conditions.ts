import type { ConditionName } from '../../postgres/effects/condition';
import {
  checksMentionColumn,
  columnVirtual,
  typeChangeRebuilds,
  typeChangeRebuildsOne,
  typeChangeRechecksKeys,
  typeChangeRewrites,
} from './alter-type';
import type { Judge } from './claim';
import { holdsNoRow } from './holds-no-row';
import { columnExists, columnWasThere, defaultRewrites, nullInNewColumn } from './new-column';
import {
  alreadyNotNull,
  columnNullable,
  keyNullable,
  keyProvedNotNull,
  namedColumnAlreadyNotNull,
  namedKeyNullable,
  notNullKept,
  notNullTakenOver,
  provedNotNull,
} from './not-null';
import { excludesBound, hasAllIndexes, impliesBound } from './partition-bound';
import { SIMPLE } from './simple';
import {
  changesOids,
  sameAccessMethod,
  sameOwner,
  samePersistence,
  sameTablespace,
  strongOption,
} from './storage';

/** The judge of every condition of the effect table. */
export const CONDITIONS: Readonly<Record<ConditionName, Judge>> = {
  ...SIMPLE,
  'already-not-null': alreadyNotNull,
  'changes-oids': changesOids,
  'checks-mention-column': checksMentionColumn,
  'column-exists': columnExists,
  'column-nullable': columnNullable,
  'column-virtual': columnVirtual,
  'column-was-there': columnWasThere,
  'default-rewrites': defaultRewrites,
  'excludes-bound': excludesBound,
  'has-all-indexes': hasAllIndexes,
  'implies-bound': impliesBound,
  'holds-no-row': holdsNoRow,
  'key-nullable': keyNullable,
  'key-proved-not-null': keyProvedNotNull,
  'named-column-already-not-null': namedColumnAlreadyNotNull,
  'named-key-nullable': namedKeyNullable,
  'null-in-new-column': nullInNewColumn,
  'proved-not-null': provedNotNull,
  'not-null-kept': notNullKept,
  'not-null-taken-over': notNullTakenOver,
  'same-access-method': sameAccessMethod,
  'same-owner': sameOwner,
  'same-persistence': samePersistence,
  'same-tablespace': sameTablespace,
  'strong-option': strongOption,
  'type-change-rebuilds': typeChangeRebuilds,
  'type-change-rebuilds-one': typeChangeRebuildsOne,
  'type-change-rechecks-keys': typeChangeRechecksKeys,
  'type-change-rewrites': typeChangeRewrites,
};
