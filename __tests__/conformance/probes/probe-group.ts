/** Statements that are measured on servers of every major beside those of lock-facts.json: the setup, and the statements by id. */
export interface ProbeGroup {
  readonly setup: string;
  readonly statements: Readonly<Record<string, string>>;
}
