import type { FilePath } from '../sql/source';
import { isSqlFile } from '../sql/sql-file';
import { dialectOfPath, dialectOfTexts } from '../tools/dialect';
import { nameOf, parentOf } from '../tools/folders';
import { compareOrder } from '../tools/order';
import { sample } from '../tools/sample';
import type { Claim, Tool, Tree } from '../tools/tool';
import { below, excludedByPath } from './exclusion';

/** A migration of a tree: the claim that won, and the tool that made it. */
export interface Discovered {
  readonly claim: Claim;
  readonly tool: Tool;
}

/** What one runner runs in one order. */
export interface DiscoveredSequence {
  readonly sequence: string;
  readonly tool: Tool;
  readonly migrations: readonly Discovered[];
}

/** A file that looks like a migration, or is known to a tool, and is none. */
export interface Excluded extends Discovered {
  /** A clause. */
  readonly why: string;
}

/** What was found in a tree. */
export interface Discovery {
  readonly sequences: readonly DiscoveredSequence[];
  readonly excluded: readonly Excluded[];
}

/** What the caller knows of the migrations that it asks for. */
export interface Interest {
  /** Files and folders that were named: what speaks against a file counts only below them. */
  readonly named?: readonly string[];
  /** Texts are read only of sequences that hold one of these; null for all. */
  readonly files?: ReadonlySet<FilePath> | null;
}

/** The migrations of a tree, in the sequences and the order in which the tools run them. */
export function discover(tree: Tree, tools: readonly Tool[]): readonly DiscoveredSequence[] {
  return discoverAll(tree, tools).sequences;
}

/** The same with what was left out and why. Where two tools claim a file, the stronger evidence wins, then the earlier tool. */
export function discoverAll(tree: Tree, tools: readonly Tool[], interest: Interest = {}): Discovery {
  const sequences: DiscoveredSequence[] = [];
  const excluded: Excluded[] = [];
  const found = besideScripts(contest(tree, tools), excluded);
  for (const members of grouped(found)) {
    const [first] = members;
    if (first === undefined) continue;
    const kept = members.filter((member) => {
      const why = excludedHere(member, members, interest.named ?? []);
      if (why !== null) excluded.push({ ...member, why });
      return why === null;
    });
    const other = otherDialect(tree, kept, interest);
    if (other !== null)
      excluded.push(...kept.map((member) => ({ ...member, why: `it is written for ${other}` })));
    else if (kept.length > 0) {
      kept.sort((a, b) => compareOrder(a.claim.order, b.claim.order));
      sequences.push({ sequence: first.claim.sequence, tool: first.tool, migrations: kept });
    }
  }
  return { sequences, excluded };
}

function contest(tree: Tree, tools: readonly Tool[]): readonly Discovered[] {
  const won = new Map<FilePath, Discovered>();
  for (const tool of tools) {
    for (const claim of tool.claim(tree)) {
      const known = won.get(claim.path);
      if (known === undefined || claim.evidence > known.claim.evidence) won.set(claim.path, { claim, tool });
    }
  }
  return [...won.values()];
}

/** SQL that stands beside scripts of migrations, or in a folder below them, is what the scripts read. */
function besideScripts(found: readonly Discovered[], excluded: Excluded[]): readonly Discovered[] {
  const scripted = new Set(
    found
      .filter(({ claim }) => !isSqlFile(claim.path) && claim.excluded === undefined)
      .map(({ claim }) => parentOf(claim.path)),
  );
  if (scripted.size === 0) return found;
  return found.filter((each) => {
    const folder = parentOf(each.claim.path);
    const beside = each.claim.evidence === 1 && (scripted.has(folder) || scripted.has(parentOf(folder)));
    if (!beside || !isSqlFile(each.claim.path)) return true;
    excluded.push({ ...each, why: 'the scripts beside it are the migrations, and read it if they use it' });
    return false;
  });
}

function grouped(found: readonly Discovered[]): Iterable<readonly Discovered[]> {
  const sequences = new Map<string, Discovered[]>();
  for (const each of found) {
    const key = `${each.tool.name}\u0000${each.claim.sequence}`;
    const members = sequences.get(key);
    if (members === undefined) sequences.set(key, [each]);
    else members.push(each);
  }
  return sequences.values();
}

/** A file that was named is read. A folder that was named is no place for tests and seeds, whatever lies above it; so is the sequence of a file that was named. */
function excludedHere(
  { claim }: Discovered,
  members: readonly Discovered[],
  named: readonly string[],
): string | null {
  if (named.includes(claim.path)) return null;
  if (claim.excluded !== undefined) return claim.excluded;
  const path = below(claim.path, named);
  const dialect = dialectOfPath(path);
  const why = excludedByPath(path) ?? (dialect === null ? null : `it is for ${dialect}`);
  if (why === null || named.length === 0) return why;
  const ofNamed = members.some((member) => named.includes(member.claim.path));
  return ofNamed ? excludedByPath(nameOf(claim.path)) : why;
}

function otherDialect(tree: Tree, members: readonly Discovered[], { named, files }: Interest): string | null {
  const paths = members.map(({ claim }) => claim.path).filter(isSqlFile);
  if (paths.length === 0 || paths.some((path) => named?.includes(path) === true)) return null;
  if (files !== undefined && files !== null && !paths.some((path) => files.has(path))) return null;
  return dialectOfTexts(sample(tree, paths));
}
