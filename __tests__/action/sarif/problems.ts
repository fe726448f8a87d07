import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const package_ = join(__dirname, '../node_modules/@microsoft/sarif-multitool-linux');

let validate: ValidateFunction | undefined;

/** What is wrong with a SARIF text in the eyes of its schema and of GitHub's limits; empty if nothing is. */
export function sarifProblems(text: string): readonly string[] {
  validate ??= addFormats(new Ajv2020({ strict: false, inlineRefs: false })).compile(
    JSON.parse(readFileSync(join(package_, 'sarif-2.1.0.json'), 'utf8').replace(/^\uFEFF/, '')) as object,
  );
  const log = JSON.parse(text) as Log;
  validate(log);
  const schema = (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
  return [...schema, ...limits(log)];
}

interface Log {
  readonly runs: readonly Run[];
}
interface Run {
  readonly automationDetails?: { readonly id: string };
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly results: readonly Result[];
}
interface Rule {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown?: string };
  readonly properties: Readonly<Record<string, unknown>> & { readonly tags?: readonly string[] };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
}
interface Physical {
  readonly artifactLocation: { readonly uri: string };
  readonly region: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

/** GitHub's own limits, most of which neither the schema nor the multitool knows. Above them it drops, or refuses the file. */
function limits({ runs }: Log): readonly string[] {
  const problems: string[] = [];
  const want = (holds: boolean, what: string): void => {
    if (!holds) problems.push(what);
  };
  want(runs.length === 1, 'more runs than one: a category may have one');
  for (const { automationDetails, tool, results } of runs) {
    const { rules } = tool.driver;
    want(automationDetails?.id.endsWith('/') === true, 'the category does not end in a slash');
    want(results.length <= 5000, 'more results than GitHub keeps');
    want(rules.length <= 25_000, 'too many rules');
    for (const rule of rules) {
      want((rule.name ?? '').length <= 255, `${rule.id}: the name is too long`);
      for (const { text } of [rule.shortDescription, rule.fullDescription])
        want(
          text.length > 0 && text.length <= 1024,
          `${rule.id}: a description of ${String(text.length)} characters`,
        );
      want(rule.help.text !== '' && (rule.help.markdown ?? '') !== '', `${rule.id}: no help`);
      want((rule.properties.tags ?? []).length <= 10, `${rule.id}: too many tags`);
      want(!('security-severity' in rule.properties), `${rule.id}: not a matter of security`);
    }
    for (const result of results) {
      const [location, ...others] = result.locations;
      want(others.length === 0 && location !== undefined, 'not one location');
      want(rules[result.ruleIndex]?.id === result.ruleId, 'the index names another rule');
      want(/^(error|warning|note)$/.test(result.level), `the level ${result.level}`);
      want(
        /^[0-9a-f]{1,16}:[1-9]\d*$/.test(result.partialFingerprints?.['primaryLocationLineHash'] ?? ''),
        'no line hash',
      );
      want(result.message.text !== '', 'no message');
      if (location === undefined) continue;
      const { artifactLocation, region } = location.physicalLocation;
      want(
        !/^\/|\\|^[a-z]+:|(^|\/)\.\.(\/|$)/i.test(artifactLocation.uri),
        `not a path of the repository: ${artifactLocation.uri}`,
      );
      want(
        region.startLine < region.endLine ||
          (region.startLine === region.endLine && region.startColumn < region.endColumn),
        'an empty region',
      );
    }
    const prints = results.map(
      (result) =>
        `${result.ruleId} ${String(result.locations[0]?.physicalLocation.artifactLocation.uri)} ${String(result.partialFingerprints?.['pgfenceFinding'] ?? Math.random())}`,
    );
    want(new Set(prints).size === prints.length, 'two results that cannot be told apart');
  }
  return problems;
}
