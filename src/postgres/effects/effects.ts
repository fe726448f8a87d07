import type { LockMode } from '../lock-mode';
import { conflicts } from '../lock-mode';
import type { OperationKind } from '../operation';
import { ATTACHMENT_EFFECTS } from './attachment';
import { COLUMN_EFFECTS } from './column';
import { CONSTRAINT_EFFECTS } from './constraint';
import { DATA_EFFECTS } from './data';
import type { Effect, EffectId, Major } from './effect';
import { FOREIGN_KEY_EFFECTS } from './foreign-key';
import { GONE_EFFECTS } from './gone';
import { INDEX_EFFECTS } from './index';
import { MAINTENANCE_EFFECTS } from './maintenance';
import { PARTITION_EFFECTS } from './partition';
import { TABLE_EFFECTS } from './table';
import { TYPE_EFFECTS } from './type';
import { VIEW_EFFECTS } from './view';

/** What PostgreSQL locks, scans and rewrites: all lines, each proved on servers. */
export const EFFECTS: readonly Effect[] = [
  ...COLUMN_EFFECTS,
  ...CONSTRAINT_EFFECTS,
  ...FOREIGN_KEY_EFFECTS,
  ...TABLE_EFFECTS,
  ...PARTITION_EFFECTS,
  ...INDEX_EFFECTS,
  ...VIEW_EFFECTS,
  ...TYPE_EFFECTS,
  ...ATTACHMENT_EFFECTS,
  ...GONE_EFFECTS,
  ...DATA_EFFECTS,
  ...MAINTENANCE_EFFECTS,
];

const BY_KIND: ReadonlyMap<OperationKind, readonly Effect[]> = groupByKind();

/** The lines that speak of an operation on a major, in the order of the table. */
export function effectsOn(kind: OperationKind, major: number): readonly Effect[] {
  const ofMajor = BY_MAJOR.get(major) ?? new Map<OperationKind, readonly Effect[]>();
  BY_MAJOR.set(major, ofMajor);
  const known =
    ofMajor.get(kind) ??
    (BY_KIND.get(kind) ?? []).filter(({ since, until }) => isWithin(major, since, until));
  ofMajor.set(kind, known);
  return known;
}

const BY_MAJOR = new Map<number, Map<OperationKind, readonly Effect[]>>();

/** Whether who holds a mode holds up a statement that takes `mode` by these lines, some of which may wait for more. */
export function isHeldUp(lines: readonly EffectId[], mode: LockMode, held: LockMode): boolean {
  return (
    conflicts(held, mode) ||
    EFFECTS.some(
      ({ id, waitsFor }) => waitsFor !== undefined && conflicts(held, waitsFor) && lines.includes(id),
    )
  );
}

/** Whether a line holds on a major. */
export function isWithin(major: number, since: Major | undefined, until: Major | undefined): boolean {
  return (since === undefined || major >= since) && (until === undefined || major <= until);
}

function groupByKind(): ReadonlyMap<OperationKind, readonly Effect[]> {
  const groups = new Map<OperationKind, Effect[]>();
  for (const effect of EFFECTS) {
    for (const kind of [effect.on].flat()) {
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, [effect]);
      else group.push(effect);
    }
  }
  return groups;
}
