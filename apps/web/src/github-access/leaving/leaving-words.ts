import { failure } from '@throughline/contract';
import * as z from 'zod';
import { leavingPurpose } from './leaving-record.ts';

const came = { purpose: leavingPurpose };

/** What the windows of this browser tell each other about a sign-in elsewhere. None of it is secret. */
const leavingWord = z.discriminatedUnion('kind', [
  /** A window asks where it shall go. */
  z.object({ kind: z.literal('waiting'), window: z.string() }),
  z.object({ kind: z.literal('go'), window: z.string(), url: z.string() }),
  /** Nobody knows an address for the window: what was asked for failed. */
  z.object({ kind: z.literal('stay'), window: z.string() }),
  z.object({ kind: z.literal('returned'), ...came, answer: z.unknown() }),
  z.object({ kind: z.literal('failed'), ...came, failure }),
  /** An app was installed, or its installation changed: lists of organisations are to be asked again. */
  z.object({ kind: z.literal('installed') }),
]);
export type LeavingWord = z.output<typeof leavingWord>;

const channelName = 'throughline-leaving';

/** Tells the other windows of this browser. */
export const tellWindows = (word: LeavingWord): void => {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin alone
  channel.postMessage(word);
  channel.close();
};

/** Hears what the other windows of this browser tell. Answers how to end it. */
export const hearWindows = (onWord: (word: LeavingWord) => void): (() => void) => {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => {
    const word = leavingWord.safeParse(data);
    if (word.success) onWord(word.data);
  });
  return () => channel.close();
};

const storedAs = 'throughline-returned ';

/** Keeps what came back for the page that was left, in a window that was led away itself. */
export const keepReturned = (word: Extract<LeavingWord, { readonly kind: 'returned' | 'failed' }>): void =>
  sessionStorage.setItem(`${storedAs}${word.purpose}`, JSON.stringify(word));

/** What came back while this page was away; once. */
export const takeReturned = (purpose: string): LeavingWord | undefined => {
  const text = sessionStorage.getItem(`${storedAs}${purpose}`);
  sessionStorage.removeItem(`${storedAs}${purpose}`);
  return text === null ? undefined : leavingWord.safeParse(JSON.parse(text)).data;
};
