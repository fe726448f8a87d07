import * as v from 'valibot';
import { parse } from 'yaml';
import type { Generator } from '../generate';
import { replaceSection } from './section';

const Metadata = v.object({
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.optional(v.string()) })),
  outputs: v.record(v.string(), v.object({ description: v.string() })),
});

/** The README's tables of inputs and outputs, from action.yml. */
export const readmeTables: Generator = (read) => {
  const { inputs, outputs } = v.parse(Metadata, parse(read('action.yml') ?? ''));
  const inputRows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    value === undefined ? '' : `\`${value}\``,
    description,
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  const withInputs = replaceSection(
    read('README.md') ?? '',
    'inputs',
    table(['Input', 'Default', 'Meaning'], inputRows),
  );
  return new Map([
    ['README.md', replaceSection(withInputs, 'outputs', table(['Output', 'Meaning'], outputRows))],
  ]);
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
