import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import type { FunctionParameter } from '../../../postgres/operations/function';
import type { OperationOf } from '../../../postgres/operation';
import type { TypeName } from '../../../postgres/type-name';
import { plainType } from '../../../postgres/type-name';
import type { UserFunction } from '../../catalog/catalog';
import { functionMeant, nameForCreation, resolveType } from '../../catalog/resolve';
import { exists } from '../../origin';
import type { Situation } from '../../roles/situation';
import type { RefusalJudge } from './names';

/** CREATE [OR REPLACE] FUNCTION or PROCEDURE where one of the signature exists. Source: pg_proc.c, ProcedureCreate. */
export const FUNCTION_REFUSALS = {
  'function-name-taken': judge((old, made) => !made.replace && exists(old.origin)),
  'routine-of-other-kind': judge((old, made) => made.replace && old.procedure !== made.procedure),
  'function-result-differs': judge(
    (old, made) => made.replace && old.procedure === made.procedure && resultDiffers(old, made),
  ),
  'parameter-renamed': judge(
    (old, made) =>
      made.replace &&
      old.procedure === made.procedure &&
      inputsOf(old.parameters).some(({ name }, at) => {
        const now = inputsOf(made.parameters)[at];
        return name !== null && now !== undefined && now.name !== name;
      }),
  ),
  'parameter-default-removed': judge(
    (old, made) => made.replace && defaults(made.parameters) < defaults(old.parameters),
  ),
} satisfies Partial<Record<RefusalClaim, RefusalJudge>>;

type Made = OperationOf<'create-function'>;

function judge(differs: (old: UserFunction, made: Made) => boolean): RefusalJudge {
  return ({ operation, session }: Situation) => {
    if (operation.kind !== 'create-function') return false;
    const resolved = (type: TypeName): TypeName => resolveType(session, type);
    const parameters = operation.parameters.map((each) => ({ ...each, type: resolved(each.type) }));
    const types = inputsOf(parameters).map(({ type }) => type);
    const old = functionMeant(session, nameForCreation(session, operation.name), types);
    return (
      old !== undefined &&
      exists(old.origin) &&
      differs(old, {
        ...operation,
        parameters,
        returns: operation.returns === null ? null : resolved(operation.returns),
      })
    );
  };
}

function inputsOf(parameters: readonly FunctionParameter[]): readonly FunctionParameter[] {
  return parameters.filter(({ mode }) => mode !== 'out' && mode !== 'table');
}

function outputsOf(parameters: readonly FunctionParameter[]): readonly FunctionParameter[] {
  return parameters.filter(({ mode }) => mode === 'out' || mode === 'inout' || mode === 'table');
}

function defaults(parameters: readonly FunctionParameter[]): number {
  return parameters.filter((each) => each.default !== null).length;
}

type Result = Pick<UserFunction, 'procedure' | 'returns' | 'returnsSet' | 'parameters'>;

function resultDiffers(old: Result, made: Result): boolean {
  const [before, after] = [typeOf(old), typeOf(made)];
  if (old.returnsSet !== made.returnsSet || differ(before, after)) return true;
  if (before.name !== 'record') return false;
  const [had, has] = [outputsOf(old.parameters), outputsOf(made.parameters)];
  return (
    had.length !== has.length ||
    had.some(({ name, type }, at) => {
      const now = has[at];
      return now === undefined || now.name !== name || differ(now.type, type);
    })
  );
}

/** What a call gives: the type of the only output, a row of several, of a procedure a row of any. */
function typeOf({ procedure, returns, parameters }: Result): TypeName {
  if (returns !== null) return returns;
  const outputs = outputsOf(parameters);
  const [only] = outputs;
  if (only === undefined) return plainType('void');
  return outputs.length === 1 && !procedure ? only.type : plainType('record');
}

/** Types that are certainly not the same; `column%TYPE` may be any. */
function differ(a: TypeName, b: TypeName): boolean {
  if (a.name.endsWith('%TYPE') || b.name.endsWith('%TYPE')) return false;
  return (
    a.name !== b.name ||
    a.arrayDimensions > 0 !== b.arrayDimensions > 0 ||
    (a.schema !== null && b.schema !== null && a.schema !== b.schema)
  );
}
