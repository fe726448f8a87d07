import { COLUMN_VARIANTS } from './column-variants';
import { OBJECT_VARIANTS } from './object-variants';
import { PROGRAM_VARIANTS } from './program-variants';
import { ACCEPTED } from './accepted';
import { ADMINISTRATION } from './administration';
import { BEYOND, REFERRED_ROWS } from './beyond';
import { CALLS } from './calls';
import { COMBINED, SINCE_18 } from './combined';
import { FIRED, FUNCTIONS_OF_GENERATED, ROW_LOCKS_BEHIND_VIEWS } from './fired';
import { INHERITANCE } from './inheritance';
import { KEYS } from './keys';
import { LATER } from './later';
import {
  ENFORCEMENT,
  LINES,
  OIDS,
  PRIMARY_KEYS,
  REFERENCED_PARTITIONS,
  REFERENCED_SUBPARTITIONS,
} from './lines';
import { OBJECTS } from './objects';
import { PARTITIONS } from './partitions';
import { MERGE } from './merge';
import { NOT_NULL } from './not-null';
import { ROWS } from './rows';
import { SAME_KEYS } from './same-keys';
import { REFUSED, REFUSED_GENERATED } from './refused';
import { DROPPED_ALONG, REFUSED_CHECKS, REFUSED_ENFORCEMENT, REFUSED_NULLS } from './refused-checks';
import { REFUSED_ALTERS } from './refused-alters';
import { REFUSED_NAMES } from './refused-names';
import { REFUSED_DROPS } from './refused-drops';
import { REFUSED_PUBLISHED, REFUSED_READS } from './refused-reads';
import { REFUSED_STATEMENTS } from './refused-statements';
import { COLLATIONS, REFUSED_DROPPED_KEYS, REFUSED_OBJECTS, REFUSED_VIRTUAL } from './refused-objects';
import { REFUSED_COMPUTED, REFUSED_LATER, REFUSED_TABLES } from './refused-tables';
import { REFUSED_STARS, REFUSED_WRITES } from './refused-writes';
import { REFUSED_EXPRESSIONS, REFUSED_GENERATED_COLUMNS } from './refused-expressions';
import { TRIGGERS } from './triggers';
import { PICKING_VIEWS, VIEWS } from './views';
import type { ProbeGroup } from './probe-group';

/** All statements that are measured beside lock-facts.json; what was made for single lines of the effect table comes last. */
export const PROBE_GROUPS: readonly ProbeGroup[] = [
  COLUMN_VARIANTS,
  OBJECT_VARIANTS,
  PROGRAM_VARIANTS,
  INHERITANCE,
  KEYS,
  PARTITIONS,
  OBJECTS,
  LATER,
  LINES,
  REFERENCED_PARTITIONS,
  REFERENCED_SUBPARTITIONS,
  ENFORCEMENT,
  OIDS,
  PRIMARY_KEYS,
  VIEWS,
  MERGE,
  TRIGGERS,
  ADMINISTRATION,
  NOT_NULL,
  SAME_KEYS,
  COMBINED,
  SINCE_18,
  BEYOND,
  REFERRED_ROWS,
  REFUSED,
  REFUSED_GENERATED,
  REFUSED_CHECKS,
  REFUSED_ENFORCEMENT,
  REFUSED_NULLS,
  DROPPED_ALONG,
  REFUSED_STATEMENTS,
  REFUSED_DROPS,
  REFUSED_EXPRESSIONS,
  REFUSED_GENERATED_COLUMNS,
  ROWS,
  CALLS,
  PICKING_VIEWS,
  REFUSED_WRITES,
  REFUSED_STARS,
  REFUSED_OBJECTS,
  REFUSED_VIRTUAL,
  REFUSED_DROPPED_KEYS,
  COLLATIONS,
  REFUSED_ALTERS,
  REFUSED_NAMES,
  ACCEPTED,
  FIRED,
  ROW_LOCKS_BEHIND_VIEWS,
  FUNCTIONS_OF_GENERATED,
  REFUSED_TABLES,
  REFUSED_COMPUTED,
  REFUSED_LATER,
  REFUSED_READS,
  REFUSED_PUBLISHED,
];
