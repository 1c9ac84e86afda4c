import type { Policy } from '@throughline/contract';
import type { HttpReader } from './route-handler.ts';

/** How the server learns who asks and what they may. */
export interface Authenticator<Reader extends HttpReader> {
  /** Whom a session's token speaks for now; undefined when it speaks for nobody, or no more. */
  authenticate(token: string): Promise<Reader | undefined>;
  /** Whom a key speaks for now, with its `keyScope`; undefined when it speaks for nobody, or no more. */
  authenticateKey(text: string): Promise<Reader | undefined>;
  allows(policy: Policy, reader: Reader): boolean;
  /** Which of these sessions and keys are still alive, by `sessionId`; asked every few seconds for those that hold a stream. */
  findAlive(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
}
