import type { FilePath } from '../sql/source';
import { compareOrder } from '../tools/order';
import type { Claim, Tool, Tree } from '../tools/tool';

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

/** The migrations of a tree, in the sequences and the order in which the tools run them. Where two tools claim a file, the stronger evidence wins. */
export function discover(tree: Tree, tools: readonly Tool[]): readonly DiscoveredSequence[] {
  const won = new Map<FilePath, Discovered>();
  for (const tool of tools) {
    for (const claim of tool.claim(tree)) {
      const known = won.get(claim.path);
      if (known === undefined || claim.evidence > known.claim.evidence) won.set(claim.path, { claim, tool });
    }
  }
  const sequences = new Map<string, Discovered[]>();
  for (const discovered of won.values()) {
    const key = `${discovered.tool.name}\u0000${discovered.claim.sequence}`;
    const members = sequences.get(key);
    if (members === undefined) sequences.set(key, [discovered]);
    else members.push(discovered);
  }
  return [...sequences.values()].map((members) => {
    members.sort((a, b) => compareOrder(a.claim.order, b.claim.order));
    const [first] = members as [Discovered, ...Discovered[]];
    return { sequence: first.claim.sequence, tool: first.tool, migrations: members };
  });
}
