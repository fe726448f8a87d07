/**
 * `text` with the lines between `<!-- generated: name -->` and `<!-- /generated: name -->` replaced by `content`.
 * Throws if the text has no such section.
 */
export function replaceSection(text: string, name: string, content: string): string {
  const start = `<!-- generated: ${name} -->`;
  const end = `<!-- /generated: ${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`No section "${name}"`);
  return `${text.slice(0, from)}${start}\n\n${content.trim()}\n\n${text.slice(to)}`;
}
