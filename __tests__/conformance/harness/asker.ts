import type { Client, QueryResultRow } from 'pg';

/** Who can be asked for rows: a session, or one that remembers the plans of its questions. */
export interface Asker {
  query<R extends QueryResultRow>(text: string, values?: unknown[]): Promise<{ readonly rows: R[] }>;
}

/** A session that plans each question once. What forgets plans (DISCARD ALL) must not run in it. */
export function rememberingPlans(client: Client): Asker {
  const names = new Map<string, string>();
  return {
    query: (text, values = []) => {
      const name = names.get(text) ?? `question_${String(names.size)}`;
      names.set(text, name);
      return client.query({ name, text, values });
    },
  };
}
