import { countRequests, fetchBill } from './bill.ts';
import { fetchLedger, listOffences } from './count-offences.ts';
import type { Github } from './product.ts';
import type { SeedPair } from './start-seeds.ts';

/** What a seed showed. */
export interface SeedOutcome {
  readonly differences: number;
  readonly ratio: number;
  readonly offences: number;
  readonly seconds: number;
}

interface Seen {
  readonly left: readonly string[];
  readonly seconds: number;
}

/** Counts what a seed showed, and tells of what is not as it should be with the command that runs it again. */
export async function judgeSeed(
  { seed, disturbed, quiet }: SeedPair,
  { left, seconds }: Seen,
): Promise<SeedOutcome> {
  const ledger = await fetchLedger(disturbed.origin);
  const offences = listOffences(ledger);
  const ratio = Math.round(((await countAsked(disturbed)) / (await countAsked(quiet))) * 100) / 100;
  const windows = ledger.filter(
    ({ fault }) => fault === 'primary-limit' || fault === 'secondary-limit',
  ).length;
  for (const line of left.slice(0, 10)) console.log(line.slice(0, 600));
  for (const { at, operation, outcome } of offences.slice(0, 10))
    console.log(`${at} ${operation}: ${outcome}`);
  if (left.length + offences.length > 0) console.log(`Again: npm run faults -- --seed ${seed}`);
  if (ratio > 1.5) await tellDearest(disturbed, quiet);
  console.log(
    `seed ${seed}: ${left.length} differences, ${ratio} times the requests (${ledger.length}), ` +
      `${offences.length} offences in ${windows} windows`,
  );
  return { differences: left.length, ratio, offences: offences.length, seconds };
}

/** Of requests, those that a person asks in testing a token are not reading's. */
const countAsked = async ({ origin }: Github): Promise<number> =>
  countRequests((await fetchBill(origin)).filter(({ operation }) => !personal.has(operation)));

const personal: ReadonlySet<string> = new Set([
  'GET /user',
  'GET /user/orgs',
  'GET /user/memberships/orgs',
  'GET /user/memberships/orgs/{org}',
  'GET /orgs/{org}',
  'viewer',
]);

/** What the disturbed reading asked more of, by operation. */
async function tellDearest(disturbed: Github, quiet: Github): Promise<void> {
  const undisturbed = new Map(
    (await fetchBill(quiet.origin)).map(({ operation, count }) => [operation, count]),
  );
  for (const { operation, count } of await fetchBill(disturbed.origin)) {
    console.log(`${operation.padEnd(44)} ${count} asked, undisturbed ${undisturbed.get(operation) ?? 0}`);
  }
}
