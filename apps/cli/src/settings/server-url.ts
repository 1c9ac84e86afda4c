import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';

/** Where `npm start` serves unless it is told another port. */
export const localUrl = 'http://127.0.0.1:7117';

const loopbackHosts: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The origin of a Throughline as somebody wrote it: https, or http on this machine alone, because a key travels with
 * every request. `from` names where it was written.
 */
export function parseServerUrl(text: string, from: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw refuse(`${from} is “${text}”. Give an address such as https://throughline.example.com.`);
  }
  const objection = objections.find(({ holds }) => holds(url));
  if (objection !== undefined) throw refuse(objection.toMessage(from, url.origin));
  return url.origin;
}

const objections: readonly {
  readonly holds: (url: URL) => boolean;
  readonly toMessage: (from: string, origin: string) => string;
}[] = [
  {
    holds: ({ username, password }) => username !== '' || password !== '',
    toMessage: (from) => `${from} holds a user or a password. Leave it out; the key says who asks.`,
  },
  {
    holds: ({ pathname, search, hash }) => pathname !== '/' || search !== '' || hash !== '',
    toMessage: (from, origin) => `${from} has more than a host: Throughline stands at ${origin}. Give that.`,
  },
  {
    holds: ({ protocol, hostname }) => protocol === 'http:' && !loopbackHosts.includes(hostname),
    toMessage: (from, origin) =>
      `${from} is ${origin}, and over http others could read your key. Use https, or a Throughline on this machine.`,
  },
];

const refuse = (message: string): CliFailure =>
  new CliFailure(exitCodes.wrongUsage, { code: 'url-refused', message });
