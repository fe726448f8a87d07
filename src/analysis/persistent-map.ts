const BITS = 5;
const MASK = (1 << BITS) - 1;

/** An entry; `next` where the hashes of several keys collide. */
class Leaf<K, V> {
  /** None, which tells a leaf from a branch: faster than asking for the class. */
  readonly children = null;

  constructor(
    readonly hash: number,
    readonly key: K,
    readonly value: V,
    readonly next: Leaf<K, V> | null,
  ) {}
}

/** Up to 32 children, those that are there: bit n of the bitmap says that the child for the slice n of a hash is. */
class Branch<K, V> {
  constructor(
    readonly bitmap: number,
    readonly children: readonly Trie<K, V>[],
  ) {}
}

type Trie<K, V> = Branch<K, V> | Leaf<K, V>;

/**
 * An immutable map that shares structure: `set` and `delete` copy one path of a hash trie. A statement changes one or two
 * entries of a catalog that may hold thousands; a copied `Map` per statement made 5,000 tables cost seconds.
 */
export class PersistentMap<K extends string | number, V> {
  private constructor(
    private readonly root: Trie<K, V> | null,
    readonly size: number,
  ) {}

  static empty<K extends string | number, V>(): PersistentMap<K, V> {
    return new PersistentMap<K, V>(null, 0);
  }

  get(key: K): V | undefined {
    return this.root === null ? undefined : find(this.root, hashOf(key), key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  set(key: K, value: V): PersistentMap<K, V> {
    const hash = hashOf(key);
    if (this.root === null) return new PersistentMap(new Leaf(hash, key, value, null), 1);
    const before = find(this.root, hash, key);
    if (before === value) return this;
    return new PersistentMap(
      put(this.root, hash, 0, key, value),
      before === undefined ? this.size + 1 : this.size,
    );
  }

  delete(key: K): PersistentMap<K, V> {
    if (this.root === null || !this.has(key)) return this;
    return new PersistentMap(remove(this.root, hashOf(key), 0, key), this.size - 1);
  }

  /** In the order of the hashes: stable for equal contents, but not the order of insertion. */
  entries(): readonly (readonly [K, V])[] {
    return leavesOf(this.root).map(({ key, value }) => [key, value]);
  }

  values(): readonly V[] {
    return leavesOf(this.root).map(({ value }) => value);
  }

  /** The keys whose values are not the same in both. Costs what differs: shared branches are skipped. */
  changedKeys(other: PersistentMap<K, V>): readonly K[] {
    const keys: K[] = [];
    if (this.root !== other.root) addChanged(this.root, other.root, keys);
    return keys;
  }
}

function find<K, V>(root: Trie<K, V>, hash: number, key: K): V | undefined {
  let node = root;
  for (let shift = 0; node.children !== null; shift += BITS) {
    const bit = 1 << ((hash >>> shift) & MASK);
    const child = (node.bitmap & bit) === 0 ? undefined : node.children[indexOf(node.bitmap, bit)];
    if (child === undefined) return undefined;
    node = child;
  }
  for (let leaf: Leaf<K, V> | null = node; leaf !== null; leaf = leaf.next)
    if (leaf.key === key) return leaf.value;
  return undefined;
}

function addChanged<K, V>(mine: Trie<K, V> | null, theirs: Trie<K, V> | null, keys: K[]): void {
  if (mine instanceof Branch && theirs instanceof Branch) {
    let place = 0;
    let otherPlace = 0;
    for (let rest = mine.bitmap | theirs.bitmap; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      const one = (mine.bitmap & bit) === 0 ? null : (mine.children[place++] ?? null);
      const other = (theirs.bitmap & bit) === 0 ? null : (theirs.children[otherPlace++] ?? null);
      if (one !== other) addChanged(one, other, keys);
    }
    return;
  }
  const right = new Map(leavesOf(theirs).map(({ key, value }) => [key, value]));
  for (const { key, value } of leavesOf(mine)) {
    if (right.get(key) !== value) keys.push(key);
    right.delete(key);
  }
  keys.push(...right.keys());
}

function leavesOf<K, V>(root: Trie<K, V> | null, found: Leaf<K, V>[] = []): readonly Leaf<K, V>[] {
  if (root instanceof Branch) for (const child of root.children) leavesOf(child, found);
  else for (let leaf = root; leaf !== null; leaf = leaf.next) found.push(leaf);
  return found;
}

function hashOf(key: string | number): number {
  if (typeof key === 'number') return Math.imul(key ^ (key >>> 16), 0x45d9f3b) >>> 0;
  let hash = 2166136261;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619);
  return hash >>> 0;
}

function put<K, V>(node: Trie<K, V>, hash: number, shift: number, key: K, value: V): Trie<K, V> {
  if (node instanceof Leaf) {
    if (node.hash === hash) return new Leaf(hash, key, value, without(node, key));
    const branch = new Branch<K, V>(1 << ((node.hash >>> shift) & MASK), [node]);
    return put(branch, hash, shift, key, value);
  }
  const bit = 1 << ((hash >>> shift) & MASK);
  const index = indexOf(node.bitmap, bit);
  const children = node.children.slice();
  const known = (node.bitmap & bit) === 0 ? undefined : children[index];
  if (known === undefined) children.splice(index, 0, new Leaf(hash, key, value, null));
  else children[index] = put(known, hash, shift + BITS, key, value);
  return new Branch(node.bitmap | bit, children);
}

function remove<K, V>(node: Trie<K, V>, hash: number, shift: number, key: K): Trie<K, V> | null {
  if (node instanceof Leaf) return without(node, key);
  const bit = 1 << ((hash >>> shift) & MASK);
  const index = indexOf(node.bitmap, bit);
  const known = (node.bitmap & bit) === 0 ? undefined : node.children[index];
  if (known === undefined) return node;
  const child = remove(known, hash, shift + BITS, key);
  const children = node.children.slice();
  if (child !== null) {
    children[index] = child;
    return new Branch(node.bitmap, children);
  }
  children.splice(index, 1);
  return children.length === 0 ? null : new Branch(node.bitmap & ~bit, children);
}

/** A chain of entries without that of a key. */
function without<K, V>(leaf: Leaf<K, V> | null, key: K): Leaf<K, V> | null {
  if (leaf === null) return null;
  const next = without(leaf.next, key);
  if (leaf.key === key) return next;
  return next === leaf.next ? leaf : new Leaf(leaf.hash, leaf.key, leaf.value, next);
}

/** Where the child of a bit stands: after those of all lower bits. */
function indexOf(bitmap: number, bit: number): number {
  let below = bitmap & (bit - 1);
  below -= (below >>> 1) & 0x55555555;
  below = (below & 0x33333333) + ((below >>> 2) & 0x33333333);
  return Math.imul((below + (below >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
