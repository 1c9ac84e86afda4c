import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import type { ScenarioClock } from '../model/clock.ts';
import { toSeconds } from '../world/instant.ts';
import type { Instant } from '../world/model.ts';

export const clockSchema = z.strictObject({
  /** Puts the clock forward. */
  advanceSeconds: z.number().nonnegative().exactOptional(),
  /** The made-up organisations stay as they are while the clock goes forward. */
  worldStands: z.boolean().exactOptional(),
  /** Shows the made-up organisations at an instant, earlier or later; the clock does not move. */
  worldAt: z.iso.datetime().exactOptional(),
  /** Whether the clock stands still but for what it is put forward. */
  isStanding: z.boolean().exactOptional(),
  /** How far the host's clock is wrong: ahead, or behind when negative. Nothing expires by it. */
  skewSeconds: z.number().int().exactOptional(),
});

export type ClockPatch = z.input<typeof clockSchema>;

export type ClockState = {
  readonly now: string;
  readonly isStanding: boolean;
  readonly skewSeconds: number;
  /** What made-up organisations show; null where there is none. */
  readonly worldAt: Instant | null;
};

export function readClock({ clock, scenario }: Emulator): ClockState {
  return {
    now: new Date(clock.nowMs()).toISOString(),
    isStanding: clock.isStanding(),
    skewSeconds: clock.skewSeconds(),
    worldAt: scenario.at() ?? null,
  };
}

/** Throws with a sentence where nothing lives that could be shown at another instant. */
export function moveClock(emulator: Emulator, patch: ClockPatch): ClockState {
  const { clock, scenario } = emulator;
  const { advanceSeconds = 0, worldStands = false, worldAt } = patch;
  const shown = scenario.at();
  if (worldAt !== undefined && shown === undefined)
    throw new Error('Only made-up organisations live on, and there is none here.');
  switchClock(clock, patch);
  clock.advance(advanceSeconds * 1_000);
  const seconds =
    worldAt !== undefined && shown !== undefined
      ? toSeconds(worldAt) - toSeconds(shown)
      : Math.floor(worldStands ? 0 : advanceSeconds);
  if (seconds !== 0) scenario.advance(seconds);
  return readClock(emulator);
}

function switchClock(clock: ScenarioClock, { isStanding, skewSeconds }: ClockPatch): void {
  if (isStanding !== undefined) clock.stand(isStanding);
  if (skewSeconds !== undefined) clock.skew(skewSeconds * 1_000);
}
