/** A stream of numbers that depends on its words alone: the same on every machine, and independent of other streams. */
export class Draws {
  #state: number;

  constructor(...words: readonly number[]) {
    let state = 0x9e3779b9;
    for (const word of words)
      state = mix(state ^ mix(word | 0) ^ mix(Math.floor(word / 2 ** 32) + 0x51ed270b));
    this.#state = state;
  }

  /** A whole number below 2^32. */
  word(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mix(this.#state) >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    return this.word() / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number] {
    return items[this.below(items.length)] ?? items[0];
  }

  /** An index, the n-th as likely as its share of all weights. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return index === -1 ? weights.length - 1 : index;
  }

  logNormal({ median, p95, atMost = Number.POSITIVE_INFINITY }: LogNormal): number {
    const sigma = Math.log(p95 / median) / 1.6449;
    return Math.min(atMost, median * Math.exp(sigma * this.#normal()));
  }

  #normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }
}

/** A log-normal distribution by two of its percentiles. */
export interface LogNormal {
  readonly median: number;
  readonly p95: number;
  readonly atMost?: number;
}

/** MurmurHash3's finaliser: every bit of the word decides every bit of the result. */
function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
