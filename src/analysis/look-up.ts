import type { Effect, Work } from '../postgres/effects/effect';
import { effectsOn } from '../postgres/effects/effects';
import type { LockMode } from '../postgres/lock-mode';
import { atLeast, stronger } from '../postgres/lock-mode';
import type { RoleName } from '../postgres/effects/role';
import type { Operation } from '../postgres/operation';
import { stopsOf } from './access';
import type { Relation } from './catalog/relation';
import { CONDITIONS } from './conditions/conditions';
import { hasUnseenPartitions, isNew, isVisible } from './exemption';
import { longer } from './longest';
import { referenceTo } from './reference';
import { refusalsOf } from './refusals';
import { foundBefore, insertShape, keepFound } from './repeated-insert';
import { relationsDropped } from './roles/dropped-in-statement';
import { ROLES } from './roles/roles';
import { targetsOf } from './roles/target';
import type { RoleAnswer, Situation } from './roles/situation';
import type { Session } from './session';
import type { Doubt, LockFact, Step, Stop } from './step';

/** What the effect table says of one statement in the light of the session that it meets. */
export interface LookUp {
  readonly locks: readonly LockFact[];
  readonly stops: readonly Stop[];
  readonly refusals: Step['refusals'];
}

/**
 * The locks that a statement takes, what they stop, and what the server is certain to refuse: then nothing is locked. ALTER TABLE
 * with several subcommands meets the catalog of before it, as the server does. The session must have an entry for every relation
 * that the statement takes to exist (catalog/assume.ts).
 */
export function lookUp(session: Session, operations: readonly Operation[]): LookUp {
  const shape = insertShape(operations);
  if (shape === null) return lookUpAnew(session, operations);
  const known = foundBefore(session, shape);
  if (known !== null) return known;
  const found = lookUpAnew(session, operations);
  keepFound(session, shape, found);
  return found;
}

function lookUpAnew(session: Session, operations: readonly Operation[]): LookUp {
  const situations = operations.map((operation): Situation => ({
    operation,
    statement: operations,
    session,
  }));
  const refusals = refusalsOf(situations);
  if (refusals.length > 0) return { locks: [], stops: [], refusals };
  const takings = raised(situations.flatMap(takingsOf));
  const locks = [...groupByRelation(takings)].map(([relation, group]) => lockFact(session, relation, group));
  return { locks, stops: stopsOf(session, locks), refusals };
}

/** One line of the effect table on one relation. */
interface Taking {
  readonly relation: Relation;
  readonly mode: LockMode;
  readonly work: Work;
  readonly under: LockMode | null;
  readonly effect: Effect;
  /** What may keep it from applying. */
  readonly doubts: readonly string[];
}

function takingsOf(situation: Situation): readonly Taking[] {
  const { operation, session } = situation;
  const answers = new Map<RoleName, RoleAnswer>();
  const takings: Taking[] = [];
  for (const effect of effectsOn(operation.kind, session.major)) {
    const mode = modeOf(effect, operation, session.major);
    if (mode === 'none') continue;
    let answer = answers.get(effect.to);
    if (answer === undefined) {
      answer = ROLES[effect.to](situation);
      answers.set(effect.to, answer);
    }
    const { relations, unless } = answer;
    for (const relation of relations) {
      const doubts = doubtsAbout(situation, effect, relation);
      if (doubts === null) continue;
      takings.push({
        relation,
        mode,
        work: workOf(situation, effect, relation),
        under: effect.under ?? null,
        effect,
        doubts: unless === undefined ? doubts : [...doubts, unless],
      });
    }
    takings.push(...onUnseenPartitions(situation, effect, mode, answer));
  }
  return takings;
}

/** The work on partitions that no migration has made: it is told of their parent. */
function onUnseenPartitions(
  situation: Situation,
  effect: Effect,
  mode: LockMode,
  { relations }: RoleAnswer,
): readonly Taking[] {
  const { work = 'none', to, under = null } = effect;
  // What is done to the table alone is not done to its partitions.
  if (work === 'none' || to === 'table') return [];
  const targets = targetsOf(situation).filter(({ relation }) =>
    hasUnseenPartitions(situation.session, relation),
  );
  return targets.flatMap(({ relation, only }): readonly Taking[] => {
    if (only || (to !== 'partitions' && !relations.includes(relation))) return [];
    const doubts = doubtsAbout(situation, effect, relation);
    if (doubts === null) return [];
    return [{ relation, mode, work, under, effect, doubts: [...doubts, 'it has no partition yet'] }];
  });
}

function workOf(situation: Situation, { work = 'none', idle }: Effect, relation: Relation): Work {
  if (work === 'none' || !holdsRows(relation) || isUnfilled(situation, relation)) return 'none';
  if (relationsDropped(situation).has(relation.id)) return 'none';
  return idle !== undefined && CONDITIONS[idle](situation, relation) === true ? 'none' : work;
}

function modeOf({ mode }: Effect, operation: Operation, major: number): LockMode | 'none' {
  if (mode === 'named') return operation.kind === 'lock-table' ? operation.mode : 'none';
  if (typeof mode === 'string') return mode;
  let found: LockMode | 'none' = 'none';
  for (const [since, value] of Object.entries(mode)) if (Number(since) <= major) found = value;
  return found;
}

const NO_DOUBTS: readonly string[] = [];

/** The clauses of the conditions that cannot be told; null where the line does not apply. */
function doubtsAbout(situation: Situation, effect: Effect, relation: Relation): readonly string[] | null {
  if (effect.when === undefined && effect.unless === undefined) return NO_DOUBTS;
  const doubts: string[] = [];
  for (const name of effect.when ?? []) {
    const verdict = CONDITIONS[name](situation, relation);
    if (verdict === false) return null;
    if (verdict !== true) doubts.push(verdict.unless);
  }
  for (const name of effect.unless ?? []) {
    const verdict = CONDITIONS[name](situation, relation);
    if (verdict === true) return null;
    if (verdict !== false) doubts.push(verdict.unless);
  }
  return doubts;
}

function holdsRows({ kind }: Relation): boolean {
  return kind === 'table' || kind === 'materialized view' || kind === 'index';
}

/** A materialized view that was never filled, which only REFRESH makes full. */
function isUnfilled({ operation }: Situation, relation: Relation): boolean {
  return (
    relation.kind === 'materialized view' &&
    !relation.populated &&
    relation.origin.certain &&
    operation.kind !== 'refresh-materialized-view'
  );
}

/** ALTER TABLE takes the mode of its strongest subcommand from the start, wherever it descends. */
function raised(takings: readonly Taking[]): readonly Taking[] {
  if (takings.length < 2) return takings;
  const own = takings.filter(({ effect }) => effect.strongestOfStatement === true);
  const [first, ...others] = own.filter(({ doubts }) => doubts.length === 0);
  if (first === undefined || others.length === 0) return takings;
  const mode = others.reduce((strongest, taking) => stronger(strongest, taking.mode), first.mode);
  return takings.map((taking) =>
    taking.effect.strongestOfStatement === true ? { ...taking, mode: stronger(taking.mode, mode) } : taking,
  );
}

function groupByRelation(takings: readonly Taking[]): ReadonlyMap<Relation, readonly Taking[]> {
  const groups = new Map<Relation, Taking[]>();
  for (const taking of takings) {
    const group = groups.get(taking.relation);
    if (group === undefined) groups.set(taking.relation, [taking]);
    else group.push(taking);
  }
  return groups;
}

/** Per relation the strongest mode and the longest work win. What only doubtful lines say makes the fact an assumed one. */
function lockFact(session: Session, relation: Relation, takings: readonly Taking[]): LockFact {
  const certain = takings.filter(({ doubts }) => doubts.length === 0);
  const mode = strongestOf(takings);
  const work = longestOf(takings);
  const assumed = certain.length === takings.length ? [] : decisiveDoubts(takings, certain, mode, work);
  return {
    relation: referenceTo(relation),
    mode,
    work,
    under: underOf(takings, mode, work),
    certainty: assumed.length === 0 ? 'certain' : 'assumed',
    unless: distinctDoubts(assumed),
    modeUnless:
      assumed.length === 0 || certain.some((taking) => taking.mode === mode)
        ? NO_DOUBTS
        : distinctDoubts(assumed.filter((taking) => taking.mode === mode)),
    effects: [...new Set(takings.map(({ effect }) => effect.id))],
    doubts: certain.length === takings.length ? NO_DOUBT : doubtsOf(takings, certain),
    visible: isVisible(session, relation),
    isNew: isNew(session, relation),
  };
}

/** Takings without which the mode or the work would be less. */
function decisiveDoubts(
  takings: readonly Taking[],
  certain: readonly Taking[],
  mode: LockMode,
  work: Work,
): readonly Taking[] {
  const sureMode = certain.length === 0 ? null : strongestOf(certain);
  const sureWork = longestOf(certain);
  return takings.filter(
    (taking) =>
      taking.doubts.length > 0 &&
      ((sureMode !== mode && taking.mode === mode) || (sureWork !== work && taking.work === work)),
  );
}

const NO_DOUBT: readonly Doubt[] = [];

function distinctDoubts(takings: readonly Taking[]): readonly string[] {
  return takings.length === 0 ? NO_DOUBTS : [...new Set(takings.flatMap(({ doubts }) => doubts))];
}

/** An effect of which one taking is certain, with all its work, is not in doubt. */
function doubtsOf(takings: readonly Taking[], certain: readonly Taking[]): readonly Doubt[] {
  return takings
    .filter(
      ({ effect, work }) => !certain.some((taking) => taking.effect.id === effect.id && taking.work === work),
    )
    .map(({ effect, doubts }) => ({ effect: effect.id, unless: doubts }));
}

function strongestOf(takings: readonly Taking[]): LockMode {
  let strongest: LockMode = 'ACCESS SHARE';
  for (const { mode } of takings) strongest = stronger(strongest, mode);
  return strongest;
}

function longestOf(takings: readonly Taking[]): Work {
  let longest: Work = 'none';
  for (const { work } of takings) longest = longer(longest, work);
  return longest;
}

/** The mode in force while the work runs: weaker than the strongest only where the line that brings it, or the work, says so. */
function underOf(takings: readonly Taking[], mode: LockMode, work: Work): LockMode {
  if (takings.every(({ under }) => under === null)) return mode;
  const decisive = takings.filter((taking) =>
    work === 'none' ? taking.mode === mode : taking.work === work,
  );
  const weaker = decisive.every(({ under }) => under !== null)
    ? decisive.map(({ under }) => under ?? mode)
    : [];
  const others = takings.filter(({ under, mode: other }) => under === null && !atLeast(other, mode));
  return weaker.length === 0 ? mode : [...weaker, ...others.map((taking) => taking.mode)].reduce(stronger);
}
