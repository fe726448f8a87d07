import type { ChoiceValue, Value } from './value';

/** A value that is no choice. */
export type Option = Exclude<Value, ChoiceValue>;

/** One of the values, without repeating what is equal. */
export function choiceOf(...values: readonly Value[]): Value {
  const options: Option[] = [];
  for (const value of values) {
    for (const option of optionsOf(value)) {
      if (!options.some((other) => isSame(other, option))) options.push(option);
    }
  }
  const [first, second] = options;
  if (first === undefined) return { kind: 'undefined' };
  return second === undefined ? first : { kind: 'choice', options };
}

export function optionsOf(value: Value): readonly Option[] {
  return value.kind === 'choice' ? value.options : [value];
}

/** Applies a function to each alternative. */
export function mapOptions(value: Value, change: (option: Option) => Value): Value {
  return value.kind === 'choice' ? choiceOf(...value.options.map(change)) : change(value);
}

function isSame(one: Option, two: Option): boolean {
  if (one === two) return true;
  if (one.kind === 'text' && two.kind === 'text') {
    return (
      one.pieces.length === two.pieces.length &&
      one.pieces.every((piece, index) => {
        const other = two.pieces[index];
        return (
          piece === other || (piece.kind === 'known' && other?.kind === 'known' && piece.text === other.text)
        );
      })
    );
  }
  if (
    (one.kind === 'boolean' && two.kind === 'boolean') ||
    (one.kind === 'number' && two.kind === 'number')
  ) {
    return one.value === two.value;
  }
  return one.kind === two.kind && (one.kind === 'undefined' || one.kind === 'null');
}
