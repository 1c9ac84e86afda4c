import { localUrl, parseServerUrl } from './server-url.ts';
import type { Settings } from './settings-file.ts';

export interface Given {
  /** Of `--url`. */
  readonly url?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stored: Settings | undefined;
}

/** A Throughline, and the key to use there if one is known. */
export interface ChosenServer {
  readonly origin: string;
  readonly key: string | undefined;
  readonly keyFrom: 'environment' | 'file' | undefined;
}

/**
 * Which Throughline is meant, and by which key: what was said on the command line before the environment before the
 * file before this machine's own. A stored key goes to the address it was stored with, and to no other.
 */
export function chooseServer({ url, environment, stored }: Given): ChosenServer {
  const origin = chooseOrigin({ url, environment, stored });
  const key = toGiven(environment['THROUGHLINE_KEY']);
  if (key !== undefined) return { origin, key, keyFrom: 'environment' };
  const isItsOwn = stored?.url === origin;
  return isItsOwn
    ? { origin, key: stored.key, keyFrom: 'file' }
    : { origin, key: undefined, keyFrom: undefined };
}

function chooseOrigin({ url, environment, stored }: Given): string {
  if (url !== undefined) return parseServerUrl(url, '--url');
  const ofEnvironment = toGiven(environment['THROUGHLINE_URL']);
  if (ofEnvironment !== undefined) return parseServerUrl(ofEnvironment, 'THROUGHLINE_URL');
  return stored?.url ?? localUrl;
}

/** An empty variable counts as one that is not set. */
const toGiven = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
};
