import * as z from 'zod';
import { instant } from './fields.ts';

/** A wait is never a failure: `text` says why, `until` until when, and whether the reader must do anything. */
export const wait = z.object({ text: z.string(), until: instant.optional() });

/** The kinds of data that are read of pull requests, in the order in which they are shown. */
export const dataKinds = [
  'pull-requests',
  'reviews',
  'comments',
  'commits',
  'files',
  'events',
  'details',
] as const;
export const dataKind = z.enum(dataKinds);
export type DataKind = z.output<typeof dataKind>;

/** How much of one kind of data is here. */
export const dataHeld = z.object({
  kind: dataKind,
  /** Entries here: pull requests, reviews, comments with their threads, commits, files, events, and so on. */
  held: z.number().int(),
  /**
   * Of all pull requests that GitHub counts, the share in per cent whose entries of this kind are here whole, rounded
   * down; absent while GitHub’s pull requests have not been counted.
   */
  percent: z.number().int().min(0).max(100).optional(),
  /** Switched off: not read, and what is here of it is hidden. */
  isOff: z.literal(true).optional(),
});
export type DataHeld = z.output<typeof dataHeld>;
