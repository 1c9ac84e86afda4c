import { isIPv4 } from 'node:net';
import { AppError } from '../errors/index.ts';
import { classifyAddress } from './classify-address.ts';
import { toAddressRefusal } from './refusals.ts';

const githubAlias = new Map([
  ['www.github.com', 'github.com'],
  ['api.github.com', 'github.com'],
]);

const shape =
  /^(?:(?<scheme>[a-z][a-z0-9+.-]*):\/\/)?(?<host>[a-z0-9.-]+)(?::(?<port>\d{1,5}))?(?<rest>[/?#].*)?$/i;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

interface BaseUrlOptions {
  /** Loopback origins the operator opened: accepted as they are. */
  readonly loopbackOrigins?: readonly string[];
}

/**
 * The origin of a GitHub host from what a person types: `github.com`, `https://github.acme.com/`, `acme.ghe.com`.
 * Throws `address-malformed` for what is no such thing, `address-refused` for this machine and its like; which
 * addresses a name leads to is checked when connecting.
 */
export function parseBaseUrl(input: string, { loopbackOrigins = [] }: BaseUrlOptions = {}): string {
  const typed = input.trim();
  const opened = loopbackOrigins.find((origin) => origin === typed.replace(/\/$/, ''));
  if (opened !== undefined) return opened;
  const parts = shape.exec(typed)?.groups ?? {};
  const fault = findFault(parts);
  if (fault !== undefined) throw toMalformed(typed, fault);
  return `https://${toHostname((parts['host'] ?? '').toLowerCase(), typed)}`;
}

/** What is wrong with the parts of an address, as a sentence. */
function findFault(parts: Readonly<Record<string, string | undefined>>): string | undefined {
  const { scheme = 'https', host, port = '443', rest = '/' } = parts;
  if (host === undefined) return 'It is not a host’s name.';
  if (scheme.toLowerCase() !== 'https') {
    return `It begins with ${scheme.toLowerCase()}://, and Throughline speaks https only.`;
  }
  if (Number(port) !== 443) return `It names the port ${port}; GitHub answers on the usual one.`;
  return rest === '/' ? undefined : `Leave off ${rest}: the paths of the interfaces are known.`;
}

function toHostname(host: string, typed: string): string {
  if (host === 'localhost' || host.endsWith('.localhost')) throw toAddressRefusal(host, host, 'loopback');
  if (isIPv4(host)) return assertReachable(host);
  assertName(host, typed);
  const name = githubAlias.get(host) ?? host;
  return name.endsWith('.ghe.com') ? name.replace(/^api\./, '') : name;
}

function assertReachable(address: string): string {
  const addressClass = classifyAddress(address);
  if (addressClass === 'public' || addressClass === 'private') return address;
  throw toAddressRefusal(address, address, addressClass);
}

/** A last label of digits makes browsers and resolvers read the whole as a number, that is, as an address. */
function assertName(host: string, typed: string): void {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (host.length <= 253 && labels.every((part) => label.test(part)) && !/^(?:\d+|0x[0-9a-f]*)$/.test(last))
    return;
  throw toMalformed(typed, 'It is not a host’s name.');
}

const toMalformed = (typed: string, what: string): AppError =>
  new AppError(
    'address-malformed',
    `"${toShown(typed)}" does not work as GitHub’s address. ${what} Write github.com, https://github.example.com or example.ghe.com.`,
  );

/** Never echoes a password that stands in an address, nor a token that was pasted in the wrong place. */
const toShown = (typed: string): string =>
  typed
    .replace(/\/\/[^/@]*@/, '//…@')
    .replaceAll(/\w{20,}/g, '…')
    .slice(0, 80);
