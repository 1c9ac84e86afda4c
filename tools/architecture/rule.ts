import type { Finding } from './finding.ts';
import type { House } from './tree/house.ts';

/** One rule of the house: a pure function of everything that was read. */
export interface Rule {
  readonly name: string;
  readonly check: (house: House) => readonly Finding[];
}
