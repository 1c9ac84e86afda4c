import type { Role } from '@throughline/contract';
import { AppError } from '../../platform/errors/index.ts';

const deepest = 5;

/**
 * What failed between us and a provider, in our words: it does not answer, or what it sent does not hold. Details are
 * for administrators; everybody else learns what to do. The thrown error itself is not passed on: it may hold tokens.
 */
export function toSignOnError(thrown: unknown, name: string, role: Role | undefined): AppError {
  const causes = toCauses(thrown);
  const network = causes.find((cause) => cause instanceof AppError);
  const detail = role === 'administrator' ? ` ${toDetail(network ?? causes.at(-1))}` : '';
  if (network !== undefined || causes.some(isTimeout)) {
    return new AppError(
      'sign-on-unreachable',
      `${name} cannot be asked, so nobody signs in by it now. Try again, or sign in by e-mail and password if you have one.${detail}`,
    );
  }
  return new AppError(
    'sign-on-failed',
    `What came from ${name} was not accepted, and nothing was changed. Begin again; if it stays so, an administrator sees the reason by trying it under Settings, Sign-in.${detail}`,
  );
}

const isTimeout = (cause: unknown): boolean =>
  cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError');

function toDetail(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  // as: any error; what is in it is looked at below
  const { error, error_description: said } = cause as {
    readonly error?: unknown;
    error_description?: unknown;
  };
  const told = [error, said].filter((word) => typeof word === 'string').join(': ');
  return `The reason: ${cause.message.slice(0, 300)}${told === '' ? '' : ` (${told.slice(0, 300)})`}.`;
}

function toCauses(thrown: unknown): unknown[] {
  const causes: unknown[] = [];
  let current = thrown;
  while (current !== undefined && causes.length < deepest) {
    causes.push(current);
    current = current instanceof Error ? current.cause : undefined;
  }
  return causes.filter((cause) => cause instanceof Error);
}
