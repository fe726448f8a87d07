import { INHERITANCE } from './inheritance';
import { KEYS } from './keys';
import { LATER } from './later';
import { ENFORCEMENT, LINES, OIDS, PRIMARY_KEYS, REFERENCED_PARTITIONS } from './lines';
import { OBJECTS } from './objects';
import { PARTITIONS } from './partitions';
import type { ProbeGroup } from './probe-group';

/** All statements that are measured beside lock-facts.json. */
export const PROBE_GROUPS: readonly ProbeGroup[] = [
  INHERITANCE,
  KEYS,
  PARTITIONS,
  OBJECTS,
  LATER,
  LINES,
  REFERENCED_PARTITIONS,
  ENFORCEMENT,
  OIDS,
  PRIMARY_KEYS,
];
