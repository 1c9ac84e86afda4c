import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Api } from '../limits/secondary.ts';
import { createRandom, type Random } from '../model/random.ts';

/**
 * What a plan may do to a request. `withheld` says, of what is there, that it is not or may not be read; the last three
 * change what is there, for good: somebody must repair or follow.
 */
export const faultKinds = [
  'server-error',
  'bad-gateway',
  'unavailable',
  'html',
  'cut-off',
  'truncated',
  'reset',
  'stalled',
  'late',
  'partial',
  'withheld',
  'wrong-types',
  'primary-limit',
  'secondary-limit',
  'revoked',
  'renamed',
  'deleted',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A reader that is told these must believe them. */
const believed: readonly FaultKind[] = ['withheld', 'revoked', 'renamed', 'deleted'];
const passing: readonly FaultKind[] = faultKinds.filter((kind) => !believed.includes(kind));

export const faultPlanSchema = z.strictObject({
  seed: z.number().int(),
  /** Of requests that get a fault. */
  share: z.number().min(0).max(1).default(0.1),
  /** All that pass by themselves unless told. */
  kinds: z
    .array(z.enum(faultKinds))
    .min(1)
    .default([...passing]),
  /** Faults the same request gets in a row before it is let through. */
  atMostInARow: z.number().int().nonnegative().default(3),
  /** Faults that come once: with the request that is the so-many-th, counted from 1, or the next that can have it. */
  once: z
    .array(z.strictObject({ kind: z.enum(faultKinds), atRequest: z.number().int().positive() }))
    .default([]),
});

export type FaultPlanOptions = {
  readonly share?: number;
  readonly kinds?: readonly FaultKind[];
  readonly atMostInARow?: number;
  readonly once?: readonly OnceFault[];
};

/** A fault that comes once, with the request of that number. */
export type OnceFault = { readonly kind: FaultKind; readonly atRequest: number };

/** `attempt` counts from 0 how often this very request was asked before. */
export type PlannedRequest = {
  readonly api: Api;
  readonly method: string;
  /** Path and query string. */
  readonly target: string;
  readonly body: string;
  readonly attempt: number;
};

/** `place` is from 0 up to, not including, 1: where in the answer, or which of several. */
export type PlannedFault = { readonly kind: FaultKind; readonly place: number };

export type FaultPlan = {
  readonly seed: number;
  readonly share: number;
  readonly kinds: readonly FaultKind[];
  readonly atMostInARow: number;
  readonly once: readonly OnceFault[];
  faultOf(request: PlannedRequest): PlannedFault | undefined;
  /** Where a fault that comes once lies. */
  placeOf(fault: OnceFault): number;
};

/**
 * Which request gets which fault: a pure function of the seed, what is asked and how often it was asked before, so that
 * a run can be repeated whatever the order its requests come in.
 */
export function createFaultPlan(seed: number, options: FaultPlanOptions = {}): FaultPlan {
  const { share, kinds, atMostInARow, once } = faultPlanSchema.parse({ seed, ...options });
  const drawsOf = (request: PlannedRequest, attempt: number): Random =>
    createRandom(hash(`${seed} ${request.method} ${request.target} ${attempt} ${request.body}`));
  const isWished = (request: PlannedRequest, attempt: number): boolean =>
    attempt >= 0 && drawsOf(request, attempt)() < share;
  /** How many in a row end with this attempt, the row counted from where one was let through. */
  const countRow = (request: PlannedRequest): number => {
    let row = 0;
    while (row <= request.attempt && isWished(request, request.attempt - row)) row += 1;
    return row === 0 ? 0 : ((row - 1) % (atMostInARow + 1)) + 1;
  };
  return {
    seed,
    share,
    kinds,
    atMostInARow,
    once,
    placeOf: ({ kind, atRequest }) => createRandom(hash(`${seed} once ${kind} ${atRequest}`))(),
    faultOf(request) {
      const row = countRow(request);
      if (row === 0 || row > atMostInARow) return undefined;
      const draw = drawsOf(request, request.attempt);
      draw();
      const fitting = kinds.filter((kind) => request.api === 'graphql' || !isInAnswer(kind));
      const kind = fitting[Math.floor(draw() * fitting.length)];
      return kind === undefined ? undefined : { kind, place: draw() };
    },
  };
}

/** Lies in the answer to a question, beside data. */
export const isInAnswer = (kind: FaultKind): kind is 'partial' | 'withheld' =>
  kind === 'partial' || kind === 'withheld';

function hash(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}
