import { createStyle, type Style } from '../text/style.ts';
import type { World } from '../world.ts';

/** How a page is told on a terminal. */
export interface Telling {
  /** What stands before the paths of pages. */
  readonly origin: string;
  readonly now: Date;
  /** Columns of the terminal; undefined where lines may be as long as they are. */
  readonly width: number | undefined;
  readonly style: Style;
}

export const toTelling = ({ terminal, now }: World, origin: string): Telling => ({
  origin,
  now: now(),
  width: terminal.width(),
  style: createStyle(terminal.hasColour),
});
