const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

type Trie<K, V> = Branch<K, V> | Leaf<K, V>;
interface Branch<K, V> {
  readonly kind: 'branch';
  readonly children: readonly (Trie<K, V> | undefined)[];
}
interface Leaf<K, V> {
  readonly kind: 'leaf';
  readonly hash: number;
  /** More than one entry where hashes collide. */
  readonly entries: readonly (readonly [K, V])[];
}

/**
 * An immutable map that shares structure: `set` and `delete` copy one path of a hash trie. A statement changes one or two
 * entries of a catalog that may hold thousands; a copied `Map` per statement made 5,000 tables cost seconds.
 */
export class PersistentMap<K extends string | number, V> {
  private constructor(
    private readonly root: Trie<K, V> | undefined,
    readonly size: number,
  ) {}

  static empty<K extends string | number, V>(): PersistentMap<K, V> {
    return new PersistentMap<K, V>(undefined, 0);
  }

  get(key: K): V | undefined {
    const hash = hashOf(key);
    let node = this.root;
    for (let shift = 0; node?.kind === 'branch'; shift += BITS) node = node.children[(hash >>> shift) & MASK];
    return node?.entries.find(([known]) => known === key)?.[1];
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  set(key: K, value: V): PersistentMap<K, V> {
    const before = this.get(key);
    if (before === value) return this;
    return new PersistentMap(
      put(this.root, hashOf(key), 0, key, value),
      before === undefined ? this.size + 1 : this.size,
    );
  }

  delete(key: K): PersistentMap<K, V> {
    if (!this.has(key)) return this;
    return new PersistentMap(remove(this.root, hashOf(key), 0, key), this.size - 1);
  }

  /** In the order of the hashes: stable for equal contents, but not the order of insertion. */
  *entries(): IterableIterator<readonly [K, V]> {
    yield* leavesOf(this.root);
  }

  /** The keys whose values are not the same in both. Costs what differs: shared branches are skipped. */
  changedKeys(other: PersistentMap<K, V>): readonly K[] {
    const keys: K[] = [];
    const open: (readonly [Trie<K, V> | undefined, Trie<K, V> | undefined])[] = [[this.root, other.root]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [mine, theirs] = next;
      if (mine === theirs) continue;
      if (mine?.kind === 'branch' && theirs?.kind === 'branch') {
        for (let i = 0; i < WIDTH; i += 1) open.push([mine.children[i], theirs.children[i]]);
        continue;
      }
      const left = new Map(leavesOf(mine));
      const right = new Map(leavesOf(theirs));
      for (const [key, value] of left) if (right.get(key) !== value) keys.push(key);
      for (const key of right.keys()) if (!left.has(key)) keys.push(key);
    }
    return keys;
  }

  *values(): IterableIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }
}

function* leavesOf<K, V>(root: Trie<K, V> | undefined): IterableIterator<readonly [K, V]> {
  const open: (Trie<K, V> | undefined)[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (node?.kind === 'leaf') yield* node.entries;
    else if (node !== undefined)
      for (let i = WIDTH - 1; i >= 0; i -= 1) if (node.children[i] !== undefined) open.push(node.children[i]);
  }
}

function hashOf(key: string | number): number {
  if (typeof key === 'number') return Math.imul(key ^ (key >>> 16), 0x45d9f3b) >>> 0;
  let hash = 2166136261;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619);
  return hash >>> 0;
}

function put<K, V>(node: Trie<K, V> | undefined, hash: number, shift: number, key: K, value: V): Trie<K, V> {
  if (node === undefined) return { kind: 'leaf', hash, entries: [[key, value]] };
  if (node.kind === 'leaf') {
    if (node.hash === hash)
      return { ...node, entries: [...node.entries.filter(([known]) => known !== key), [key, value]] };
    const branch: Branch<K, V> = {
      kind: 'branch',
      children: withChild([], (node.hash >>> shift) & MASK, node),
    };
    return put(branch, hash, shift, key, value);
  }
  const index = (hash >>> shift) & MASK;
  return {
    kind: 'branch',
    children: withChild(node.children, index, put(node.children[index], hash, shift + BITS, key, value)),
  };
}

function remove<K, V>(
  node: Trie<K, V> | undefined,
  hash: number,
  shift: number,
  key: K,
): Trie<K, V> | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'leaf') {
    const entries = node.entries.filter(([known]) => known !== key);
    return entries.length === 0 ? undefined : { ...node, entries };
  }
  const index = (hash >>> shift) & MASK;
  const children = withChild(node.children, index, remove(node.children[index], hash, shift + BITS, key));
  return children.every((child) => child === undefined) ? undefined : { kind: 'branch', children };
}

function withChild<K, V>(
  children: readonly (Trie<K, V> | undefined)[],
  index: number,
  child: Trie<K, V> | undefined,
): readonly (Trie<K, V> | undefined)[] {
  const copy =
    children.length === WIDTH ? children.slice() : Array.from<Trie<K, V> | undefined>({ length: WIDTH });
  copy[index] = child;
  return copy;
}
