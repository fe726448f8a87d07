/**
 * The relations that an effect speaks of, seen from one operation. Each name has one resolver in analysis/roles, which also
 * tells whether the catalog knows all of them.
 */
export type RoleName =
  NamedRole | FamilyRole | IndexRole | KeyRole | PartitionRole | GoneRole | ObjectRole | QueryRole;

/** What a statement names, or what hangs on the name alone. */
type NamedRole =
  /** The relations that the operation is about: the table of ALTER TABLE, all tables of TRUNCATE or LOCK. */
  | 'table'
  /** LIKE of CREATE TABLE. */
  | 'like'
  /** Parents named by INHERITS, INHERIT and NO INHERIT. */
  | 'parents'
  /** The composite type that a table is OF, or that ALTER TYPE changes. */
  | 'of-type'
  /** The composite type that ALTER TYPE renames, moves or gives away. */
  | 'altered-composite'
  /** Tables OF the composite type that ALTER TYPE … CASCADE changes. */
  | 'typed-tables'
  /** The view that CREATE OR REPLACE VIEW finds. */
  | 'replaced';

/** The table with what inherits from it, as ALTER TABLE descends. */
type FamilyRole =
  /** The table and, unless ONLY is written, all partitions and heirs of any depth. */
  | 'family'
  /** The same without the table. */
  | 'heirs'
  /** Those that have to be NOT NULL along with the new primary key, or are looked at for it: with ONLY, too, but for heirs by INHERITS on 12 to 17. */
  | 'heirs-of-primary-key'
  /** All partitions of any depth unless ONLY is written; no heirs by INHERITS. */
  | 'partitions'
  /** Heirs down to the first that has the new column already, that one included. */
  | 'heirs-without-column'
  /** Direct heirs, and those below an heir that loses the column or constraint too. */
  | 'heirs-of-dropped'
  /** The family of a constraint: the table alone where it is NO INHERIT. */
  | 'inheriting-family'
  /** Heirs down to the first that has a CHECK of the name, that one included. */
  | 'heirs-without-check'
  /** The table of a new CHECK, and the heirs that get it: not those that have it. */
  | 'family-of-new-check'
  /** What DOMAIN constraints are checked on. */
  | 'users-of-domain';

/** Indexes of some of them. */
type IndexRole =
  | 'indexes'
  /** Indexes with a file of their own, not the partitioned ones. */
  | 'indexes-with-rows'
  | 'family-indexes'
  /** Indexes of the family that mention the column: as a key, in an expression or predicate, or included. */
  | 'column-indexes'
  /** The tables of those. */
  | 'tables-of-column-indexes'
  | 'indexes-of-typed-tables'
  /** The index that CLUSTER ON or REPLICA IDENTITY names. */
  | 'named-index'
  /** The index that USING INDEX names. */
  | 'used-index'
  /** The index behind the constraint that the operation names. */
  | 'constraint-index'
  /** Indexes of partitions that a new index of the parent takes for its own. */
  | 'adopted-indexes'
  /** What REINDEX works on: tables with rows, their partitioned parents, indexes. */
  | 'reindexed-tables'
  | 'reindexed-parents'
  /** Partitions of the table that REINDEX TABLE names: all are locked at first, to find their indexes. */
  | 'reindexed-partitions'
  | 'reindexed-indexes'
  /** Those of exclusion constraints, which REINDEX CONCURRENTLY passes over. */
  | 'reindex-skips'
  /** The partitioned index that REINDEX INDEX names, and the partitioned ones among its parts: they have no rows. */
  | 'reindexed-index-parent'
  | 'reindexed-index-branches'
  /** The child's index of ALTER INDEX … ATTACH PARTITION, and the tables of both. */
  | 'attached-index'
  | 'tables-of-attached-index';

/** The ends of foreign keys. */
type KeyRole =
  /** The table that the key refers to: a new key, or the one that the operation names. */
  | 'referenced'
  | 'referenced-partitions'
  /** The same, where rows are checked at all; the partitions of which the key is not valid yet. */
  | 'referenced-by-check'
  | 'partitions-to-check'
  /** Tables with rows at both ends of that key, and above the referenced one what planning the check looks at. */
  | 'both-ends'
  | 'indexes-of-both-ends'
  /** Tables with a key to or from a column of the family that is changed. */
  | 'other-ends-of-column'
  /** Of keys that are not enforced. */
  | 'unenforced-ends-of-column'
  /** Partitioned tables that a key on the column refers to. */
  | 'referenced-by-column'
  /** The same of these keys. */
  | 'ends-of-column'
  | 'indexes-of-ends-of-column'
  /** What TRUNCATE … CASCADE empties too. */
  | 'truncated-along'
  | 'indexes-truncated-along';

/** Around partitioned tables. */
type PartitionRole =
  /** The parent of a new partition. */
  | 'partitioned-parent'
  /** Parents of partitions among the named tables. */
  | 'partitioned-parents'
  | 'default-partition'
  /** Where the rows of the DEFAULT partition are: itself, and its partitions. */
  | 'default-partition-rows'
  /** The parent's indexes. */
  | 'partitioned-indexes'
  /** Tables that the parent's foreign keys refer to. */
  | 'referenced-by-parent'
  /** Those of them to which the new partition has the same key already. */
  | 'referenced-by-same-key'
  /** Partitions that ADD FOREIGN KEY comes to; those of them that are partitions of partitions. */
  | 'partitions-of-new-key'
  | 'lower-partitions-of-new-key'
  /** Partitions that have the key to a partitioned table which ADD FOREIGN KEY gives them. */
  | 'partitions-with-same-key'
  /** Tables with a foreign key to the parent. */
  | 'referencing-parent'
  /** The partitions of those. */
  | 'partitions-of-referencing-parent'
  /** The indexes of these, and of the partition of DETACH. */
  | 'indexes-of-key-check'
  /** The same of the keys that ATTACH makes. */
  | 'ends-of-new-keys'
  | 'indexes-of-ends-of-new-keys'
  /** Partitioned tables above the one that gets a partition. */
  | 'ancestors-of-parent'
  /** The table of ATTACH with its own partitions. */
  | 'attached'
  | 'detached'
  /** The partition of DETACH, if a key refers to its parent. */
  | 'detached-if-referenced'
  /** The partitions of the partition. */
  | 'below-detached'
  /** The partition's indexes that belong to one of the parent. */
  | 'attached-indexes';

/** What a DROP takes along. */
type GoneRole =
  /** Relations that are dropped. */
  | 'gone'
  /** Tables that lose a column, constraint, default, trigger or policy, with the other ends of the keys that go. */
  | 'losing-a-part'
  /** Parents of the partitions that go, and their DEFAULT partitions. */
  | 'parents-of-gone'
  | 'tables-of-gone-indexes';

/** Around other objects. */
type ObjectRole =
  /** Sequences that belong to columns of the table. */
  | 'owned-sequences'
  /** Those that RESTART IDENTITY starts anew. */
  | 'restarted-sequences'
  /** The sequence behind the identity column. */
  | 'identity-sequence'
  /** Sequences that the default of a new column calls. */
  | 'sequences-of-default'
  /** What ALTER … ALL IN TABLESPACE moves; those that have a file. */
  | 'moved'
  | 'moved-with-rows'
  /** What REASSIGN OWNED gives away. */
  | 'owned-by-role'
  /** The table of OWNED BY. */
  | 'owning-table'
  /** FROM of a constraint trigger. */
  | 'trigger-referenced'
  /** The relation that COMMENT names, or whose column it names. */
  | 'commented-relation'
  /** The table whose constraint, trigger, rule or policy it names. */
  | 'commented-part'
  | 'published'
  | 'vacuumed'
  | 'indexes-vacuumed'
  | 'analyzed'
  /** Heirs whose rows ANALYZE reads for the parent's statistics. */
  | 'sampled-heirs'
  | 'indexes-analyzed'
  | 'clustered'
  | 'indexes-clustered';

/** What queries touch. */
type QueryRole =
  /** Relations that the text reads: analysis locks them. */
  | 'read'
  | 'row-locked'
  | 'written'
  /** What planning adds to them: what lies behind views, partitions and heirs that are not pruned. */
  | 'planned'
  | 'planned-row-locked'
  | 'planned-written'
  | 'planned-indexes'
  | 'indexes-row-locked'
  | 'indexes-written'
  /** What a query that is not planned reaches behind views. */
  | 'rewritten-read'
  | 'rewritten-row-locked'
  | 'rewritten-written'
  /** Partitions that inserted rows may go to. */
  | 'routed'
  /** Partitioned parents of a partition that is written directly. */
  | 'parents-of-written'
  /** Read, or written, from end to end. */
  | 'read-whole'
  | 'written-whole'
  /** Tables at the other end of foreign keys: looked at, and changed by CASCADE or SET NULL. */
  | 'checked-by-keys'
  /** Above those of them that are partitions and partitioned. */
  | 'parents-of-checked-by-keys'
  | 'indexes-checked-by-keys'
  | 'written-by-keys'
  | 'indexes-written-by-keys'
  /** Arguments of nextval, setval, currval. */
  | 'sequences-called'
  /** The table that satisfies_hash_partition names, in a query or in an expression that is worked out for rows. */
  | 'hash-parents-called'
  /** Sequences of defaults that an INSERT leaves to the server. */
  | 'sequences-of-defaults'
  /** Everything that a view or materialized view reads, of any depth. */
  | 'behind-view'
  | 'indexes-behind-view'
  /** Above those of them that are partitions and partitioned. */
  | 'bounds-behind-view'
  /** What user functions read that run for every row. */
  | 'read-by-functions'
  | 'indexes-read-by-functions';
