import type { SecretMask } from '../platform/logging/index.ts';

/** What is shorter would blot words out of the log, and the mask refuses it. */
const shortestSecret = 8;

/** Runs what has secrets in hand: until it ends, the log masks them. */
export async function withMasked<Answer>(
  { secretMask }: { readonly secretMask: SecretMask },
  secrets: readonly string[],
  work: () => Promise<Answer>,
): Promise<Answer> {
  const forgets = secrets
    .filter(({ length }) => length >= shortestSecret)
    .map((secret) => secretMask.register(secret));
  try {
    return await work();
  } finally {
    for (const forget of forgets) forget();
  }
}
