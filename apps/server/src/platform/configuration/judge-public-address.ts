import { attention, type Finding, ok } from '../checks/index.ts';

interface Addresses {
  /** What the api listens on. */
  readonly host: string;
  readonly publicUrl: URL | undefined;
}

const isLoopback = (host: string): boolean => /^(?:127(?:\.\d+){3}|::1|\[::1\]|localhost)$/i.test(host);

/** Whether people reach Throughline the way its cookies and addresses assume. */
export function judgePublicAddress({ host, publicUrl }: Addresses): Finding {
  if (publicUrl?.protocol === 'https:') return ok(`People reach it at ${publicUrl.origin}.`);
  if (publicUrl === undefined && isLoopback(host)) {
    return ok(
      'It has no public address and is reached from this machine alone. GitHub is asked every ten minutes.',
    );
  }
  return attention({
    proof:
      publicUrl === undefined
        ? `It listens on ${host}, beyond this machine, and has no public address.`
        : `Its public address is ${publicUrl.origin}, without https.`,
    consequence: 'Sessions travel readable, and GitHub can send nobody back here.',
    repair: { text: 'Set PUBLIC_URL to an https address that a proxy or your own certificate serves.' },
  });
}
