import type { Outcome } from './run-action';
import type { Scenario } from './scenario';

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly locations: readonly {
    physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
  }[];
}

/** `level rule path:line` of each result of the last upload. */
export function alerts({ state }: Scenario): readonly string[] {
  const { runs } = JSON.parse(state.sarifs.at(-1)?.text ?? '{"runs":[]}') as {
    runs: { results: SarifResult[] }[];
  };
  const at = ({ locations: [where] }: SarifResult): string =>
    `${where?.physicalLocation.artifactLocation.uri ?? ''}:${String(where?.physicalLocation.region['startLine'])}`;
  return runs
    .flatMap(({ results }) => results)
    .map((result) => `${result.level} ${result.ruleId} ${at(result)}`);
}

/** The requests of a run, without what differs each time. */
export function requestLines(run: Outcome): readonly string[] {
  return run.requests.map(({ line }) => line.replace(/[0-9a-f]{40}/g, '<sha>').replace(/\d{10}/, '<id>'));
}

/** The messages of one level, one below the other. */
export function messages(run: Outcome, level: 'error' | 'warning' | 'notice'): string {
  return run.commands
    .filter(({ name }) => name === level)
    .map(({ message }) => message)
    .join('\n---\n');
}

export const ORDERS = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\n';
export const INDEX = 'CREATE INDEX orders_note_idx ON orders (note);\n';
export const HARMLESS = 'CREATE TABLE customers (id bigint PRIMARY KEY);\n';
export const INDEX_RULE = 'create-index-not-concurrent';
