/**
 * Style texts that components bring along inside their scripts, by hash. A test compares them with the packages, so that
 * an update that changes one is noticed before a browser refuses it.
 */
export const styleHashes = [
  // @primer/live-region-element: hides what is only to be read aloud
  'sha256-DTxLo/p0U68OvQ0C/ZBm32x0lyr7xl7Dd6LHwBsg7sc=',
] as const;
