import type { CraftedRepository } from '@throughline/github-emulator';
import { craftAcme } from './acme.ts';
import { craftConnecting } from './connecting.ts';
import { craftHostile } from './hostile.ts';
import { craftWaiting } from './waiting.ts';

export interface World {
  readonly craft: (nowMs: number) => readonly CraftedRepository[];
  /** Whose token opens it. */
  readonly owner: string;
}

/** Organisations written by hand, by name. */
export const worlds: Readonly<Record<string, World>> = {
  acme: { craft: craftAcme, owner: 'ada' },
  waiting: { craft: craftWaiting, owner: 'ada' },
  // What is over, and what waits.
  whole: { craft: (nowMs) => [...craftAcme(nowMs), ...craftWaiting(nowMs)], owner: 'ada' },
  connecting: { craft: craftConnecting, owner: 'ada' },
  hostile: { craft: craftHostile, owner: 'mallory-0' },
};
