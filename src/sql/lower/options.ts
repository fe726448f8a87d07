import type { DefElem, Node } from '@pgsql/types';
import type { SequenceOption } from '../../postgres/definition';
import { strings } from './names';

/** The options (`name = value`) of a list. */
export function optionList(nodes: readonly Node[] | undefined): readonly DefElem[] {
  if (nodes === undefined) return [];
  return nodes.flatMap((node) => ('DefElem' in node ? [node.DefElem] : []));
}

/** Options as a record: lower-case names (`toast.` before those of the toast table), values as written, `true` without one. */
export function optionRecord(nodes: readonly Node[] | undefined): Readonly<Record<string, string>> {
  const record: [string, string][] = optionList(nodes).map((option) => [
    optionName(option),
    optionText(option) ?? 'true',
  ]);
  return Object.fromEntries(record);
}

/** The name of an option in lower case, with its namespace. */
export function optionName(option: DefElem): string {
  const name = (option.defname ?? '').toLowerCase();
  return option.defnamespace === undefined ? name : `${option.defnamespace.toLowerCase()}.${name}`;
}

/** The option of a name, if it is there. */
export function findOption(nodes: readonly Node[] | undefined, name: string): DefElem | undefined {
  return optionList(nodes).find((option) => optionName(option) === name);
}

/** True if a boolean option is there and not off. */
export function isOn(nodes: readonly Node[] | undefined, name: string): boolean {
  const option = findOption(nodes, name);
  return option !== undefined && !isOff(optionText(option));
}

function isOff(text: string | null): boolean {
  return text !== null && ['false', 'off', '0', 'no'].includes(text.toLowerCase());
}

/** The value of an option as it is written, without quotes; null where it has none. */
export function optionText(option: DefElem): string | null {
  return option.arg === undefined ? null : valueText(option.arg);
}

/** A node that stands for a plain value, as text; null if it is none. */
export function valueText(node: Node): string | null {
  if ('String' in node) return node.String.sval ?? '';
  if ('Integer' in node) return String(node.Integer.ival ?? 0);
  if ('Float' in node) return node.Float.fval ?? '0';
  if ('Boolean' in node) return String(node.Boolean.boolval ?? false);
  if ('TypeName' in node) return strings(node.TypeName.names).at(-1) ?? '';
  if ('List' in node) return strings(node.List.items).join('.');
  if ('TypeCast' in node && node.TypeCast.arg !== undefined) return valueText(node.TypeCast.arg);
  if (!('A_Const' in node)) return null;
  const { isnull, ival, fval, boolval, sval, bsval } = node.A_Const;
  if (isnull === true) return null;
  if (ival !== undefined) return String(ival.ival ?? 0);
  if (fval !== undefined) return fval.fval ?? '0';
  if (boolval !== undefined) return String(boolval.boolval ?? false);
  return sval?.sval ?? bsval?.bsval ?? '';
}

/** The options of a sequence or of an identity column. */
export function sequenceOptions(nodes: readonly Node[] | undefined): readonly SequenceOption[] {
  return optionList(nodes).map((option) => ({ name: optionName(option), value: sequenceValue(option.arg) }));
}

function sequenceValue(node: Node | undefined): string | number | null {
  if (node === undefined) return null;
  if ('Integer' in node) return node.Integer.ival ?? 0;
  const text = valueText(node);
  return text !== null && 'Float' in node && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}
