import type { AlterEventTrigStmt, CreateEventTrigStmt, CreateTrigStmt, Node } from '@pgsql/types';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { TransitionTables, TriggerCondition } from '../../postgres/operations/attachment';
import { inParentheses, lexemes } from '../clauses';
import { expression } from './expression';
import type { Lowering } from './lowering';
import { objectName, relationName, strings } from './names';

/** Bits of the parser (pg_trigger.h, TRIGGER_TYPE_*). */
const EVENTS = [
  [4, 'insert'],
  [16, 'update'],
  [8, 'delete'],
  [32, 'truncate'],
] as const;
const BEFORE = 2;
const INSTEAD = 64;

/** CREATE TRIGGER. */
export function createTrigger(node: CreateTrigStmt, lowering: Lowering): readonly Operation[] {
  if (node.replace === true) lowering.needs.since(14, 'CREATE OR REPLACE TRIGGER');
  const bits = node.events ?? 0;
  return [
    {
      kind: 'create-trigger',
      trigger: node.trigname ?? '',
      table: relationName(node.relation),
      replace: node.replace === true,
      constraint: node.isconstraint === true,
      row: node.row === true,
      timing: timing(node.timing ?? 0),
      events: EVENTS.flatMap(([bit, event]) => ((bits & bit) === 0 ? [] : [event])),
      columns: strings(node.columns),
      transitions: transitionTables(node),
      when: node.whenClause === undefined ? null : condition(node.whenClause, lowering),
      function: objectName(node.funcname),
      args: strings(node.args),
      deferrable: node.deferrable === true,
      initiallyDeferred: node.initdeferred === true,
      referenced: node.constrrel === undefined ? null : relationName(node.constrrel),
    },
  ];
}

function transitionTables({ transitionRels = [] }: CreateTrigStmt): TransitionTables {
  const named = (isNew: boolean): string | null =>
    transitionRels.flatMap((each) =>
      'TriggerTransition' in each && (each.TriggerTransition.isNew === true) === isNew
        ? [each.TriggerTransition.name ?? '']
        : [],
    )[0] ?? null;
  return { old: named(false), new: named(true) };
}

/** WHEN is a reserved word: outside of parentheses it can be nothing else. CREATE SCHEMA may hold several. */
function condition(node: Node, lowering: Lowering): TriggerCondition {
  const { text } = lowering;
  const tokens = lexemes(text);
  const whens = tokens.filter(({ word, depth }) => word === 'when' && depth === 0);
  const [first] = whens;
  const isOne = first !== undefined && whens.length === 1;
  const written = isOne ? inParentheses(text, tokens, tokens.indexOf(first)) : null;
  return { text: written?.text ?? '', expression: expression(node, lowering) };
}

function timing(bits: number): OperationOf<'create-trigger'>['timing'] {
  if ((bits & INSTEAD) !== 0) return 'instead-of';
  return (bits & BEFORE) === 0 ? 'after' : 'before';
}

/** CREATE EVENT TRIGGER. */
export function createEventTrigger(node: CreateEventTrigStmt, { needs }: Lowering): readonly Operation[] {
  if (node.eventname === 'login') needs.since(17, 'an event trigger on login');
  return [
    {
      kind: 'create-event-trigger',
      trigger: node.trigname ?? '',
      function: objectName(node.funcname),
    },
  ];
}

/** ALTER EVENT TRIGGER … ENABLE or DISABLE. */
export function alterEventTrigger(node: AlterEventTrigStmt): readonly Operation[] {
  return [{ kind: 'alter-event-trigger', trigger: node.trigname ?? '' }];
}
