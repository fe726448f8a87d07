import type { TypeName } from '../../postgres/type-name';
import type { UserFunction } from './catalog';

/** The types of what a function is called with, by which those of one name are told apart. */
export function signatureOf({ parameters }: Pick<UserFunction, 'parameters'>): string {
  return typesText(inputsOf({ parameters }).map(({ type }) => type));
}

/** The types of all its parameters, which statements may write as well. */
export function fullSignatureOf({ parameters }: Pick<UserFunction, 'parameters'>): string {
  return typesText(parameters.map(({ type }) => type));
}

/** Resolved types as one text. */
export function typesText(types: readonly TypeName[]): string {
  return types.map(typeText).join();
}

/** Whether a call with so many arguments may mean the function. */
export function takesCount({ parameters }: Pick<UserFunction, 'parameters'>, count: number): boolean {
  const inputs = inputsOf({ parameters });
  const needed = inputs.filter((each) => each.default === null && each.mode !== 'variadic').length;
  return count >= needed && (count <= inputs.length || inputs.some(({ mode }) => mode === 'variadic'));
}

function inputsOf({ parameters }: Pick<UserFunction, 'parameters'>): UserFunction['parameters'] {
  return parameters.filter(({ mode }) => mode === 'in' || mode === 'inout' || mode === 'variadic');
}

function typeText(type: TypeName): string {
  return `${type.schema ?? ''}.${type.name}${type.arrayDimensions > 0 ? '[]' : ''}`;
}
