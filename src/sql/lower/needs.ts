/** A function of the system that some majors lack: the first that has it, and the first that no longer has it. */
export interface SystemCall {
  readonly name: string;
  readonly since: number | null;
  readonly until: number | null;
}

/** Which servers know the syntax of a statement. */
export interface Needs {
  /** The oldest major that knows all of it; null where the oldest supported one does. */
  readonly requires: number | null;
  /** The first major that no longer knows some of it; null where none. */
  readonly removedIn: number | null;
  /** What it is that needs or lacks that major, as people write it; null without either. */
  readonly what: string | null;
  /** Functions that it calls: who made one of the same name does without the system's. */
  readonly calls: readonly SystemCall[];
}

/** Notes what of a statement some servers do not know. */
export class NeedsCollector implements Needs {
  requires: number | null;
  removedIn: number | null;
  what: string | null;
  readonly calls: SystemCall[] = [];

  constructor({ requires, removedIn, what }: Partial<Omit<Needs, 'calls'>> = {}) {
    this.requires = requires ?? null;
    this.removedIn = removedIn ?? null;
    this.what = what ?? null;
  }

  /** The statement calls a function that some majors lack. */
  call(called: SystemCall): void {
    this.calls.push(called);
  }

  /** The statement uses something that came with a major. The newest such thing gives its name. */
  since(major: number, what: string): void {
    if (this.requires !== null && this.requires >= major) return;
    this.requires = major;
    if (this.removedIn === null) this.what = what;
  }

  /** The statement uses something that was taken away in a major. It outweighs what is too new: no later server helps. */
  until(major: number, what: string): void {
    if (this.removedIn !== null && this.removedIn <= major) return;
    this.removedIn = major;
    this.what = what;
  }
}
