/**
 * A claim about an operation, its statement, the catalog and one relation of the effect's role: true, false or unknown. Each has
 * one answer in analysis/conditions. Those of `when` and those of `unless` are apart, because the clause that goes with an unknown
 * answer says the opposite.
 */
export type ConditionName = WhenName | UnlessName;

/** Claims that make an effect apply. */
export type WhenName =
  /** ADD COLUMN has to write the new value into every row: a volatile default, identity, serial, STORED, constrained domain. */
  | 'default-rewrites'
  /** ADD COLUMN … NOT NULL without a value for the old rows. */
  | 'null-in-new-column'
  /** The new type stores the old values differently. */
  | 'type-change-rewrites'
  /** The index has to be sorted anew for the new type. */
  | 'type-change-rebuilds'
  /** One of the table's indexes has to. */
  | 'type-change-rebuilds-one'
  /** Foreign keys on the column have to be checked anew. */
  | 'type-change-rechecks-keys'
  /** A valid CHECK mentions the column, so it is checked again. */
  | 'checks-mention-column'
  /** A column of the new primary key allows NULL in this table; in the named table. */
  | 'key-nullable'
  | 'named-key-nullable'
  /** USING INDEX names an index that does not have the constraint's name. */
  | 'used-index-renamed'
  /** The constraint is a CHECK or NOT NULL that heirs have too; one of either kind; a foreign key. */
  | 'constraint-inheritable'
  | 'constraint-on-rows'
  | 'constraint-is-key'
  /** The constraint is DEFERRABLE, which takes a trigger. */
  | 'added-deferrable'
  | 'changes-inheritance'
  | 'becomes-inherited'
  /** Its heirs, if any, are heirs by INHERITS. */
  | 'named-table-not-partitioned'
  | 'becomes-enforced'
  | 'becomes-not-enforced'
  | 'drops-concurrently'
  | 'builds-concurrently'
  | 'detaches-concurrently'
  | 'refreshes-concurrently'
  | 'renames-index'
  /** A storage parameter that changes what queries do (reloptions.c). */
  | 'strong-option'
  | 'changes-oids'
  | 'trigger-on-partitions'
  | 'named-trigger-on-partitions'
  | 'row-trigger'
  | 'has-inherited-triggers'
  /** It has a key to a partitioned table from its parent, which 13 and 14 drop with DETACH. */
  | 'loses-keys'
  | 'selects-no-row'
  | 'with-data'
  | 'domain-checks-rows'
  | 'vacuums-full'
  /** VACUUM (PROCESS_MAIN false). */
  | 'vacuums-toast-alone';

/** Claims that make an effect fall away. */
export type UnlessName =
  | 'drops-concurrently'
  | 'builds-concurrently'
  | 'detaches-concurrently'
  | 'refreshes-concurrently'
  | 'renames-index'
  | 'vacuums-full'
  | 'vacuums-toast-alone'
  /** IF NOT EXISTS finds it there. */
  | 'relation-exists'
  | 'column-exists'
  /** Part of ADD COLUMN IF NOT EXISTS, and the column is there: from 13 on nothing of it happens. */
  | 'column-was-there'
  | 'column-virtual'
  /** SET of an identity column that says nothing but what its sequence does. */
  | 'sets-sequence-alone'
  | 'column-nullable'
  | 'column-has-default'
  /** In this relation; in the named table. */
  | 'already-not-null'
  | 'named-column-already-not-null'
  /** A valid CHECK that the statement does not touch implies NOT NULL (12 and later). */
  | 'proved-not-null'
  /** SET NOT NULL where the table has the constraint from its parent alone, and not valid. */
  | 'not-null-taken-over'
  /** The same, or an heir has one while the table has none: it stays as it is, valid or not. */
  | 'not-null-kept'
  | 'key-proved-not-null'
  | 'not-inherited'
  | 'added-not-valid'
  /** The constraint stands at a column of ADD COLUMN. */
  | 'added-with-column'
  /** The table has the CHECK from a parent already, and makes it its own. */
  | 'merges-with-inherited'
  /** USING INDEX, or another subcommand makes the same key. */
  | 'uses-index'
  /** The partition has an index of its own that fits. */
  | 'has-matching-index'
  /** The partition to be has a fitting one for each of the parent's. */
  | 'has-all-indexes'
  | 'constraint-valid'
  | 'named-constraint-valid'
  /** ADD COLUMN … REFERENCES without a default: no row can refer to anything. */
  | 'key-skips-check'
  /** The table that gets the key, or is attached, is new and empty: there is nothing to check, neither in it nor at the other end of keys. */
  | 'holds-no-row'
  | 'implies-bound'
  | 'excludes-bound'
  | 'same-owner'
  | 'same-tablespace'
  | 'same-access-method'
  | 'same-persistence'
  /** The table has no index. */
  | 'without-indexes'
  /** IF EXISTS finds nothing. */
  | 'attachment-absent';
