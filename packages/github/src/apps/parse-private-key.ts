import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { PrivateKeyProblem } from './private-key-problems.data.ts';

export type PrivateKeyReading =
  /** As PKCS#8, with line ends of Unix. */
  | { readonly kind: 'key'; readonly pem: string }
  | { readonly kind: 'refused'; readonly problem: PrivateKeyProblem };

/**
 * An RSA private key from what somebody pasted: PKCS#1 or PKCS#8, with line ends of any system, on one line, or with
 * `\n` written out as in an environment variable.
 */
export function parsePrivateKey(text: string): PrivateKeyReading {
  const plain = text.replaceAll(String.raw`\r`, '').replaceAll(String.raw`\n`, '\n').trim();
  if (plain === '') return refuse('empty');
  const found = /-----BEGIN (RSA )?PRIVATE KEY-----([\s\S]*?)-----END (?:RSA )?PRIVATE KEY-----/.exec(plain);
  if (found === null) return refuse(findProblem(plain));
  const [, rsa = '', body = ''] = found;
  if (/ENCRYPTED/.test(body)) return refuse('encrypted');
  const lines = body.replaceAll(/\s+/g, '').replaceAll(/(.{64})(?=.)/g, '$1\n');
  const key = findKey(`-----BEGIN ${rsa}PRIVATE KEY-----\n${lines}\n-----END ${rsa}PRIVATE KEY-----\n`);
  if (key === undefined) return refuse('cut-off');
  if (key.asymmetricKeyType !== 'rsa') return refuse('other-kind');
  return { kind: 'key', pem: key.export({ type: 'pkcs8', format: 'pem' }) };
}

const refuse = (problem: PrivateKeyProblem): PrivateKeyReading => ({ kind: 'refused', problem });

/** What stands where a whole key of GitHub's does not. The first that fits. */
const marks: readonly (readonly [mark: RegExp, problem: PrivateKeyProblem])[] = [
  [/ENCRYPTED/, 'encrypted'],
  [/-----(?:BEGIN|END) (?:RSA )?PRIVATE KEY/, 'cut-off'],
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/, 'other-kind'],
  [/-----BEGIN [A-Z0-9 ]*PUBLIC KEY|^ssh-(?:rsa|ed25519) /, 'public-key'],
  [/-----BEGIN [A-Z0-9 ]*CERTIFICATE/, 'certificate'],
];

const findProblem = (text: string): PrivateKeyProblem =>
  marks.find(([mark]) => mark.test(text))?.[1] ?? 'not-a-key';

function findKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
