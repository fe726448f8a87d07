import type { Site } from './host';
import { concatenate } from './text';
import type { HostValue, Value } from './value';
import { UNDEFINED } from './value';

/** Packages whose functions give back the text of a template or a string, with other white space at most. */
export const TEMPLATE_PACKAGES: readonly string[] = [
  'common-tags',
  'dedent',
  'dedent-js',
  'endent',
  'noop-tag',
  'outdent',
  'strip-indent',
  'ts-dedent',
  'ts-outdent',
  'undent',
];

/** Names that people give to tags which leave a template as it is, for the highlighting of an editor. */
const PLAIN_TAG = /^(?:sql|dedent|outdent|endent|undent|stripIndents?|oneLine\w*|noop)$/i;

/** Whether a tag that cannot be read is taken to leave its template as it is. */
export function isPlainTag(name: string): boolean {
  return PLAIN_TAG.test(name);
}

/** Such a package: a tag and a function, by any of its names. */
export function templatePackage(name: string): HostValue {
  const tag: HostValue = {
    kind: 'host',
    host: {
      name,
      call: (args, site) => templateText(args, site),
      read: (key) => (['call', 'apply', 'bind', 'then'].includes(key) ? undefined : tag),
    },
  };
  return tag;
}

/** What a tag is given as text: the parts of a template and the values between them, or a string. */
export function templateText([first = UNDEFINED, ...values]: readonly Value[], site: Site): Value {
  if (first.kind !== 'array' || first.raw === undefined) return first;
  const parts = first.items.flatMap((part, index) => [part, ...values.slice(index, index + 1)]);
  return concatenate(parts, site);
}
