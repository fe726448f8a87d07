import type { Major } from './majors';

/**
 * What the proof of the repairs leaves out, each with its reason: by rule, by `rule 2` for one of its examples, or by `rule on 11` for
 * one major.
 */
type Reasons = Readonly<Record<string, string>>;

/** Rules whose repair ends elsewhere, on purpose: it need not end in the same schema. */
export const ENDS_ELSEWHERE: Reasons = {
  'add-column-constrained-domain': 'the column has the type behind the domain, and a CHECK',
  'add-column-not-null-no-default': 'the statement fails on rows',
  'add-column-inline-primary-key on 11': 'the CHECK that proves NOT NULL stays',
  'add-column-volatile-default on 11': 'a valid CHECK stands in for NOT NULL, which only a scan gives',
  'add-column-volatile-default 15': 'the columns have the types behind their domains, and CHECKs',
  'add-primary-key-without-index on 11': 'the CHECK that proves NOT NULL stays',
  'add-column-serial on 11': 'a valid CHECK stands in for NOT NULL, which only a scan gives',
  'add-column-stored-generated': 'a trigger fills the column',
  'alter-composite-type': 'a second type takes over',
  'alter-column-type': 'a second column takes over, or a CHECK limits the values',
  'alter-column-type-by-timezone': 'the values differ where the time zone does',
  'check-detour-to-not-null 1': 'the helper CHECK, which the statements leave behind, is not made',
  'constraint-left-not-valid': 'the constraint is valid',
  'detach-partition-not-concurrent': 'the server leaves the bound behind as a CHECK',
  'drop-and-recreate': 'the values are kept, under another name, or the rows',
  'drop-index-backing-constraint': 'the statement fails',
  'foreign-key-type-mismatch': 'the column, or a second one, has the type of the key',
  'foreign-key-missing-index': 'there is an index more',
  'frozen-time-literal': 'the default is another',
  'identity-starts-at-one': 'the sequence stands elsewhere',
  'rename-table 2': 'the view goes one release later',
  'refresh-materialized-view-not-concurrent': 'there is a unique index more',
  'publication-without-identity 1': 'there is the index of an identity more',
  'publication-without-identity 5': 'there is the index of an identity more',
  'publication-without-identity 6': 'the table has a primary key',
  'publication-without-identity 7': 'the table has a primary key',
  'published-table-changed on 11': 'a valid CHECK stands in for NOT NULL, which only a scan gives',
  'published-table-changed 7': 'a second column takes over',
  'replica-identity-lost 5': 'there is the index of an identity more',
  'row-security-without-policy': 'there is a policy more',
  'serial-sequence-stays-integer': 'the sequence is bigint',
  'set-generated-expression 1': 'a trigger fills the column',
  'set-generated-expression 2': 'a trigger fills the column',
  'set-generated-expression 4': 'a trigger fills the column',
  'set-generated-expression 5': 'triggers fill the columns, and an index is left to the reader',
  'set-not-null 2': 'the CHECK that was on the way to it has done its work, and goes',
  'set-not-null on 11': 'a valid CHECK stands in for NOT NULL, which only a scan gives',
};

/** Rules whose repair cannot be run as it is written. */
export const NOT_RUN: Reasons = {
  'autocommit-only-in-transaction': 'one of its statements stays a DO block',
  'disable-trigger 4': 'the name holds a number that each server draws',
  'pending-trigger-events 2': 'the row of the example refers to one that is no sample row',
};

/** Rules that speak of their own repair too: it makes the harm short, and cannot take it away. */
export const STILL_SAID: Reasons = {
  'add-column-inline-foreign-key': 'both tables are locked all the same, for a moment',
  'alter-composite-type 2': 'the table is locked all the same, for a moment',
  'alter-domain-scans-tables': 'VALIDATE reads the tables, in a quiet hour',
  'attach-partition-locks-referenced': 'the referenced table is locked all the same, for a moment',
  'create-table-as': 'the query reads the table all the same, under no strong lock',
  'detach-referenced-partition': 'both tables are read all the same, in a quiet hour',
  'drop-column': 'the values go all the same',
  'drop-foreign-key-locks-referenced': 'both tables are locked all the same, for a moment',
  'drop-object': 'the object goes all the same',
  'drop-table': 'the rows go all the same',
  'drop-trigger': 'the table is locked all the same, for a moment',
  'owner-change': 'the table is locked all the same, for a moment',
  'published-table-changed': 'the change is not sent all the same: subscribers have it before',
  'rule-change': 'the table is locked all the same, for a moment',
  'drop-unique-index': 'the uniqueness goes all the same',
  'rename-object 5': 'the clients have moved before',
  'rename-schema': 'the clients have moved before',
  'drop-schema': 'what is in it goes all the same',
};

/** Rules that leave the work of the statement as it is, and speak of something else. */
export const WORKS_ITSELF: Reasons = {
  'add-column-inline-primary-key on 11':
    'a primary key reads the rows for NULL, whatever proves that there is none',
  'add-primary-key-without-index on 11':
    'a primary key reads the rows for NULL, whatever proves that there is none',
  'alter-column-type on 11': 'a primary key reads the rows for NULL, whatever proves that there is none',
  'alter-column-type-by-timezone on 11': 'UTC spares the rewrite from 12 on: the values are the matter',
  'alter-domain-scans-tables': 'VALIDATE reads the tables, in a quiet hour',
  'detach-referenced-partition': 'there is no other form: in a quiet hour',
  'index-unnamed': 'a plain build stays one',
  'materialized-view-without-data': 'REFRESH works as long as its query: nobody can read the view before',
  'work-under-held-lock 1': 'REFRESH works as long as its query: it holds up the view alone',
};

/** Rules whose edits leave a constraint that is checked by a later migration: a step of the repair. */
export const CHECKED_LATER: Reasons = {
  'add-check-without-not-valid': 'VALIDATE belongs into the next migration',
  'add-foreign-key-without-not-valid': 'VALIDATE belongs into the next migration',
};

/** A list that speaks of an example by its name, of all examples of its rule, or of those on one major. */
export function says(list: Reasons, name: string, major?: Major): boolean {
  const rule = name.replace(/ \d+$/, '');
  return name in list || rule in list || (major !== undefined && `${rule} on ${String(major)}` in list);
}
