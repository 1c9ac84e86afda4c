import type { Random } from '../model/random.ts';
import { makeHex } from '../oauth/oauth-app.ts';

/** Somebody signed in with a browser. */
export type Session = {
  readonly id: string;
  readonly accountId: number;
  /** Organisations whose identity provider has let the browser in, in lower case. */
  readonly ssoOrganisations: Set<string>;
};

export type Sessions = {
  start(accountId: number): Session;
  find(cookies: string | undefined): Session | undefined;
  end(session: Session): void;
};

const cookieName = 'user_session';

export function createSessions(random: Random): Sessions {
  const sessions = new Map<string, Session>();
  return {
    start(accountId) {
      const session = { id: makeHex(48, random), accountId, ssoOrganisations: new Set<string>() };
      sessions.set(session.id, session);
      return session;
    },
    find(cookies = '') {
      const pairs = cookies.split(';').map((pair) => pair.trim().split('='));
      const id = pairs.find(([name]) => name === cookieName)?.[1];
      return id === undefined ? undefined : sessions.get(id);
    },
    end: ({ id }) => void sessions.delete(id),
  };
}

export function toSessionCookie(session: Session | undefined): string {
  const rest = session === undefined ? '; Max-Age=0' : '';
  return `${cookieName}=${session?.id ?? ''}; Path=/; HttpOnly; SameSite=Lax${rest}`;
}
