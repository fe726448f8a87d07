import { UserError } from '../config/user-error';
import type { Tree } from '../tools/tool';

/** A version of the server: its major, and its minor release where one is named. */
export interface PostgresVersion {
  readonly major: number;
  readonly minor: number | null;
}

/** The newest major that pgfence speaks for: what is assumed where nothing names another. */
const NEWEST = 18;
const OLDEST = 11;

/** The version that was asked for, else what the repository's compose files and workflows name, else the newest. Throws a UserError. */
export function postgresVersion(asked: string | number | null, tree: Tree): PostgresVersion {
  if (asked !== null) return parse(String(asked));
  const named = tree.paths
    .filter((path) => /(^|\/)(docker-)?compose[^/]*\.ya?ml$|^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    .flatMap((path) => {
      const images = imagesIn(tree.read(path) ?? '');
      // The minor release of a server that tests start says nothing of the one that holds the data.
      return path.startsWith('.github/') ? images.map((image) => ({ ...image, minor: null })) : images;
    });
  const known = named.filter((version) => version.major >= OLDEST && version.major <= NEWEST);
  return known.sort((a, b) => a.major - b.major)[0] ?? { major: NEWEST, minor: null };
}

function parse(text: string): PostgresVersion {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  const major = Number(match?.[1]);
  if (match === null || major < OLDEST || major > NEWEST)
    throw new UserError(`--postgres ${text}: pgfence speaks for ${OLDEST} to ${NEWEST}`);
  return { major, minor: match[2] === undefined ? null : Number(match[2]) };
}

function imagesIn(text: string): readonly PostgresVersion[] {
  return [
    ...text.matchAll(
      /image:\s*['"]?(?:[\w.-]+\/)*(?:postgres|postgresql|postgis|pgvector|timescaledb|timescaledb-ha)(?::|:pg)(\d{2})(?:\.(\d+))?/g,
    ),
  ].map(([, major, minor]) => ({ major: Number(major), minor: minor === undefined ? null : Number(minor) }));
}
