/** Numbers that decide about one statement. Any numbers make a statement, so that fast-check can shrink them one by one. */
export type Choice = readonly number[];

/** Draws from the numbers of a choice. */
export class Chooser {
  private place = 0;

  constructor(private readonly numbers: Choice) {}

  /** A number from 0 to below `end`. */
  below(end: number): number {
    const number = this.numbers[this.place % this.numbers.length] ?? 0;
    this.place += 1;
    return end <= 0 ? 0 : number % end;
  }

  /** True once in `times`; zero, to which numbers shrink, is not. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }

  /** One of them; undefined of none. */
  maybe<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  one<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** ` text` once in `times`, else nothing. */
  word(text: string, times: number): string {
    return this.once(times) ? ` ${text}` : '';
  }
}
