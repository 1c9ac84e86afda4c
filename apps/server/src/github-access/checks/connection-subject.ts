import type { Action, CredentialKind, ReadData } from '@throughline/contract';
import type { Host } from '../hosts/hosts.sql.ts';
import type { Examination } from './examination.ts';

/** What of a connection's credential is known without asking GitHub. */
export interface ExaminedCredential {
  readonly credentialId: number;
  readonly kind: CredentialKind;
  readonly login: string;
  readonly endsAt: Date | undefined;
  /** What an app's installation was granted: permission to level. */
  readonly permissions: Readonly<Record<string, string>> | undefined;
}

/** A connection as it is stored. */
export interface ExaminedConnection {
  readonly connectionId: number;
  readonly name: string;
  readonly organisation: string;
  readonly organisationGithubId: number;
  readonly host: Host;
  readonly isPaused: boolean;
  readonly attention: { readonly text: string; readonly link: string | undefined } | undefined;
  readonly credential: ExaminedCredential | undefined;
  /** What it was asked to be allowed to do, and the app by which; undefined: nothing. */
  readonly acting:
    | {
        readonly registrationId: number;
        readonly way: 'own-app' | 'upgrade';
        readonly app: string;
        readonly actions: readonly Action[];
      }
    | undefined;
  /** The switches that are on. */
  readonly data: readonly ReadData[];
}

/** A connection that is looked at: what is stored, and what is asked about it, each thing once however many want it. */
export interface ConnectionSubject extends ExaminedConnection {
  readonly now: Date;
  readonly ask: Examination;
}

/** Its page, where it is repaired. */
export const toConnectionPath = ({ name }: Pick<ExaminedConnection, 'name'>): string =>
  `/settings/github/${encodeURIComponent(name)}`;
