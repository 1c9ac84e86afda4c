import { oldestServerLine, serverReleases } from './server-releases.data.ts';

/** What a version of Enterprise Server is to whoever wants to read from it. */
export type ServerVersionVerdict =
  /** `lacks`: in words, for people. */
  | { readonly kind: 'supported'; readonly lacks: readonly string[] }
  /** Read all the same, without what it lacks: GitHub supports it until that day. */
  | { readonly kind: 'last-days'; readonly supportedUntilOn: string; readonly lacks: readonly string[] }
  | { readonly kind: 'too-old' }
  /** GitHub has stopped mending it. */
  | { readonly kind: 'ended'; readonly supportedUntilOn: string; readonly lacks: readonly string[] };

/** Judges a version such as `3.19.4` as of an instant. A line that is newer than any known is supported. */
export function judgeServerVersion(version: string, now: Date): ServerVersionVerdict {
  const line = /^\d+\.\d+/.exec(version)?.[0] ?? version;
  const release = serverReleases.find((each) => each.line === line);
  if (release === undefined)
    return isOlder(line, oldestServerLine) ? { kind: 'too-old' } : { kind: 'supported', lacks: [] };
  const { supportedUntilOn, lacks } = release;
  if (isOlder(line, oldestServerLine)) return { kind: 'last-days', supportedUntilOn, lacks };
  return now.getTime() > Date.parse(`${supportedUntilOn}T23:59:59Z`)
    ? { kind: 'ended', supportedUntilOn, lacks }
    : { kind: 'supported', lacks };
}

function isOlder(line: string, than: string): boolean {
  const [major = 0, minor = 0] = line.split('.').map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map(Number);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}
