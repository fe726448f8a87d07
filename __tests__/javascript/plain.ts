import type { Value } from '../../src/javascript/value';

/** A value as plain JavaScript, for comparison; what is not known is shown in ‹›. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
    case 'undefined':
      return undefined;
    case 'null':
      return null;
    case 'boolean':
    case 'number':
      return value.value;
    case 'regexp':
      return new RegExp(value.source, value.flags);
    case 'text':
      return value.pieces
        .map((piece) => (piece.kind === 'known' ? piece.text : `‹${piece.name ?? piece.why}›`))
        .join('');
    case 'array':
      return value.items.map(plain);
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)]));
    case 'choice':
      return { anyOf: value.options.map(plain) };
    case 'function':
    case 'class':
    case 'host':
      return `‹${value.kind}›`;
    case 'unknown':
      return `‹${value.name ?? value.why}›`;
  }
}
