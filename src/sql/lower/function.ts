import type { AlterFunctionStmt, CreateFunctionStmt, DefElem, DoStmt, Node } from '@pgsql/types';
import type { Operation, OperationOf } from '../../postgres/operation';
import type { FunctionParameter } from '../../postgres/operations/function';
import { atomicBody, atomicQuery, doBody, functionBody } from './body';
import { optionalExpression } from './expression';
import type { Lowering } from './lowering';
import { strings, systemName } from './names';
import { findOption, optionList, optionName, optionText } from './options';
import { settingValue } from './set';
import { typeName } from './type-name';
import { writtenParameters } from './written-parameters';

/** CREATE FUNCTION and CREATE PROCEDURE. */
export function createFunction(node: CreateFunctionStmt, lowering: Lowering): readonly Operation[] {
  const { options, sql_body: atomic } = node;
  const language = atomic === undefined ? languageOf(options, 'sql') : 'sql';
  const source = isLibrary(language) ? null : sourceOf(options);
  if (atomic !== undefined) lowering.needs.since(14, 'BEGIN ATOMIC or RETURN of an SQL function');
  const own = attributes(options);
  if (/^plpython2?u$/.test(language)) lowering.needs.until(15, `the language ${language}`);
  return [
    {
      kind: 'create-function',
      name: systemName(node.funcname),
      procedure: node.is_procedure === true,
      replace: node.replace === true,
      parameters: parameters(node.parameters, lowering),
      returns: node.returnType === undefined ? null : typeName(node.returnType, lowering),
      returnsSet: node.returnType?.setof === true,
      language,
      volatility: own.volatility,
      strict: own.strict ?? false,
      securityDefiner: own.securityDefiner ?? false,
      settings: own.settings,
      body: atomic === undefined ? functionBody(language, source, lowering) : atomicBody(atomic, lowering),
      source: atomic === undefined ? source : atomicSource(lowering.text),
      atomic: atomic === undefined ? null : atomicQuery(atomic, lowering),
    },
  ];
}

function languageOf(options: readonly Node[] | undefined, fallback: string): string {
  const option = findOption(options, 'language');
  return option === undefined ? fallback : (optionText(option) ?? fallback).toLowerCase();
}

/** AS names a library, or a function of the server. */
function isLibrary(language: string): boolean {
  return language === 'c' || language === 'internal';
}

/** The text between the quotes; null where AS names a library, which has two strings. */
function sourceOf(options: readonly Node[] | undefined): string | null {
  const as = findOption(options, 'as')?.arg;
  if (as === undefined) return null;
  if ('String' in as) return as.String.sval ?? '';
  const parts = 'List' in as ? strings(as.List.items) : [];
  return parts.length === 1 ? (parts[0] ?? '') : null;
}

function atomicSource(text: string): string | null {
  const start = text.search(/\bbegin\s+atomic\b/i);
  return start < 0 ? null : text.slice(start);
}

const MODES: Readonly<Record<string, FunctionParameter['mode']>> = {
  FUNC_PARAM_OUT: 'out',
  FUNC_PARAM_INOUT: 'inout',
  FUNC_PARAM_VARIADIC: 'variadic',
  FUNC_PARAM_TABLE: 'table',
};

function parameters(nodes: readonly Node[] | undefined, lowering: Lowering): readonly FunctionParameter[] {
  return (nodes ?? []).flatMap((node) => {
    if (!('FunctionParameter' in node)) return [];
    const { name, mode, argType, defexpr } = node.FunctionParameter;
    return [
      {
        name: name ?? null,
        mode: MODES[mode ?? ''] ?? 'in',
        type: typeName(argType, lowering),
        default: optionalExpression(defexpr, lowering),
      },
    ];
  });
}

function attributes(
  nodes: readonly Node[] | undefined,
): Pick<OperationOf<'alter-function'>, 'volatility' | 'strict' | 'securityDefiner' | 'settings'> {
  const volatility = findOption(nodes, 'volatility');
  const written = volatility === undefined ? null : optionText(volatility);
  const settings = optionList(nodes).flatMap((option): [string, string][] => {
    if (optionName(option) !== 'set' || option.arg === undefined || !('VariableSetStmt' in option.arg))
      return [];
    const set = option.arg.VariableSetStmt;
    return [[(set.name ?? '').toLowerCase(), settingValue(set) ?? '']];
  });
  return {
    volatility: written === 'immutable' || written === 'stable' || written === 'volatile' ? written : null,
    strict: flag(findOption(nodes, 'strict')),
    securityDefiner: flag(findOption(nodes, 'security')),
    settings: Object.fromEntries(settings),
  };
}

/** Null: not spoken of. */
function flag(option: DefElem | undefined): boolean | null {
  return option === undefined ? null : optionText(option) === 'true';
}

/** ALTER FUNCTION with options. */
export function alterFunction(
  { func, actions }: AlterFunctionStmt,
  lowering: Lowering,
): readonly Operation[] {
  const parameters = writtenParameters(func, lowering);
  return [{ kind: 'alter-function', name: systemName(func?.objname), parameters, ...attributes(actions) }];
}

/** DO. */
export function doBlock(node: DoStmt, lowering: Lowering): readonly Operation[] {
  const language = languageOf(node.args, 'plpgsql');
  return [{ kind: 'do-block', language, body: doBody(language, sourceOf(node.args) ?? '', lowering) }];
}
