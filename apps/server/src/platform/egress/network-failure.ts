import { AppError } from '../errors/index.ts';
import { networkReasons, unknownReason, unreadableCodes } from './network-reasons.data.ts';

const deepest = 6;

/** Our own refusals pass unchanged; everything else becomes a sentence about what failed, and how to repair it. */
export function toNetworkFailure(error: unknown, host: string): unknown {
  const chain = toCauses(error);
  const ours = chain.find((cause) => cause instanceof AppError);
  if (ours !== undefined) return ours;
  const codes = chain.map(findCode).filter((code) => code !== undefined);
  if (codes.some((code) => unreadableCodes.has(code))) {
    return new AppError('github-unreadable', `The answer of ${host} came cut off or damaged. Try again.`, {
      cause: error,
      context: { host, codes },
    });
  }
  const reason =
    codes.map((code) => networkReasons[code]).find((found) => found !== undefined) ?? unknownReason;
  return new AppError('github-unreachable', `${host} cannot be reached: ${reason.what}. ${reason.repair}`, {
    cause: error,
    context: { host, codes },
  });
}

export const toTooLarge = (host: string, maxBytes: number): AppError =>
  new AppError(
    'github-unreadable',
    `The answer of ${host} is larger than the ${Math.round(maxBytes / 1_048_576)} MiB we accept, so it was dropped.`,
    { context: { host, maxBytes } },
  );

export const toTooSlow = (host: string, seconds: number): AppError =>
  new AppError(
    'github-unreachable',
    `${host} was still answering after ${seconds} seconds, so we stopped. Try again.`,
    {
      context: { host },
    },
  );

function toCauses(error: unknown): unknown[] {
  const causes: unknown[] = [];
  let current: unknown = error;
  while (current !== undefined && current !== null && causes.length < deepest) {
    causes.push(current);
    // as: the type says any[]; what is in it is looked at one by one.
    if (current instanceof AggregateError) causes.push(...(current.errors as unknown[]));
    current = current instanceof Error ? current.cause : undefined;
  }
  return causes;
}

function findCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
