import type { Emulator } from '../emulator.ts';
import type { Incoming, Outgoing } from '../http/message.ts';
import type { AccountRecord } from '../world/model.ts';
import type { Session } from './sessions.ts';

/** A request of a browser, or of what talks to the web host in its place. */
export type WebRequest = {
  readonly emulator: Emulator;
  readonly incoming: Incoming;
  readonly params: Readonly<Record<string, string>>;
  readonly form: URLSearchParams;
  /** Undefined for nobody. */
  readonly visitor: Visitor | undefined;
};

export type Visitor = { readonly session: Session; readonly account: AccountRecord };

export type SignedWebRequest = WebRequest & { readonly visitor: Visitor };

/** A page, or what its forms are sent to. */
export type WebRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The REST API has the same path: only who accepts HTML means the page. */
  readonly isAlsoRest?: true;
} & (
  | { readonly isOpen: true; handle(request: WebRequest): Outgoing }
  | {
      /** Who is not signed in is asked to sign in first. */
      readonly isOpen: false;
      handle(request: SignedWebRequest): Outgoing;
    }
);

/** A parameter the route's path names. */
export function getPathParam({ params }: WebRequest, name: string): string {
  return params[name] ?? '';
}
