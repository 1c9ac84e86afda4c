import { oldestServerLine, type ServerVersionVerdict } from '@throughline/github';

/** What to know of an Enterprise Server's version before going on; undefined: nothing. */
export function toVersionWarning(version: string, verdict: ServerVersionVerdict): string | undefined {
  const name = `GitHub Enterprise Server ${version}`;
  switch (verdict.kind) {
    case 'supported':
      return undefined;
    case 'last-days':
      return `${name} is older than ${oldestServerLine}, the oldest that Throughline supports. It is read without ${toList(verdict.lacks)}. GitHub supports it until ${verdict.supportedUntilOn}; have it updated.`;
    case 'ended':
      return `${name} is read, but GitHub has not mended it since ${verdict.supportedUntilOn}. Have it updated.`;
    case 'too-old':
      return `${name} is older than ${oldestServerLine}, the oldest that Throughline supports. Some of what is read will be missing, or cannot be read at all. Have it updated first.`;
  }
}

const toList = (words: readonly string[]): string =>
  words.length === 0
    ? 'nothing missing'
    : new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
