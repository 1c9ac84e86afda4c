/** How much a bench measures: `small` in seconds, on every change; `full` is what a figure is quoted from. */
export type Size = 'small' | 'full';

/** What a file `bench/NAME.bench.ts` offers: figures by name, the name ending in the unit (`fresh_s`, `kb_gzip`). */
export interface Bench {
  readonly measure: (size: Size) => Promise<Readonly<Record<string, number>>>;
}

export function isSize(text: string): text is Size {
  return text === 'small' || text === 'full';
}

export function isBench(module: unknown): module is Bench {
  if (typeof module !== 'object' || module === null) return false;
  return 'measure' in module && typeof module.measure === 'function';
}
