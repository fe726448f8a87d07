import type { LockMode } from '../lock-mode';
import { stronger } from '../lock-mode';
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

/** The mode with which lines that took `mode` wait for others: stronger where one of them says so. */
export function modeWaitedFor(lines: readonly EffectId[], mode: LockMode): LockMode {
  return EFFECTS.reduce(
    (asked, { id, waitsFor = mode }) => (lines.includes(id) ? stronger(asked, waitsFor) : asked),
    mode,
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
