import type { RuleRun } from './rule';

/** One parameter of a rule, as configuration may set it beside the severity. */
export type Parameter =
  | { readonly kind: 'number'; readonly default: number; readonly says: string }
  | { readonly kind: 'text'; readonly default: string; readonly says: string }
  | { readonly kind: 'flag'; readonly default: boolean; readonly says: string }
  | { readonly kind: 'list'; readonly default: readonly string[]; readonly says: string }
  /** Regular expressions by name, of which the names are given. */
  | { readonly kind: 'patterns'; readonly default: Readonly<Record<string, string>>; readonly says: string };

/** The parameters of a rule by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> = P extends { readonly kind: 'number' }
  ? number
  : P extends { readonly kind: 'text' }
    ? string
    : P extends { readonly kind: 'flag' }
      ? boolean
      : P extends { readonly kind: 'list' }
        ? readonly string[]
        : Readonly<Record<string, string>>;

/** The values of a rule's parameters: what configuration says, else the defaults. Of the wrong type counts as not said. */
export function parametersOf<P extends Parameters>(
  run: Pick<RuleRun, 'options'>,
  rule: string,
  parameters: P,
): { readonly [Name in keyof P]: ValueOf<P[Name]> } {
  const said = run.options.parameters[rule] ?? {};
  const values = Object.entries(parameters).map(([name, parameter]) => [
    name,
    isFit(parameter, said[name]) ? said[name] : parameter.default,
  ]);
  return Object.fromEntries(values) as { readonly [Name in keyof P]: ValueOf<P[Name]> };
}

/** What a parameter takes, in words: for errors of configuration and for the pages. */
export const PARAMETER_IN_WORDS: Readonly<Record<Parameter['kind'], string>> = {
  number: 'a number',
  text: 'a text',
  flag: 'true or false',
  list: 'a list of texts',
  patterns: 'an object of regular expressions',
};

/** Whether a value of a configuration fits a parameter. */
export function isFit(parameter: Parameter, value: unknown): boolean {
  switch (parameter.kind) {
    case 'number':
      return typeof value === 'number';
    case 'text':
      return typeof value === 'string';
    case 'flag':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'patterns':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(value).every(
          ([name, item]) => Object.hasOwn(parameter.default, name) && isPattern(item),
        )
      );
  }
}

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    new RegExp(value, 'u');
    return true;
  } catch {
    return false;
  }
}
