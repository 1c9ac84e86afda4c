import { type ConnectionSummary, toCredentialEnd, toCredentialEndWords } from '@throughline/contract';
import { useNow } from '../../ui/now-context.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { credentialKindWords } from '../connection-words.ts';
import styles from './connection-attention.module.css';
import { toConnectionPath } from './connection-tabs.data.ts';

interface Props {
  readonly connections: readonly Pick<ConnectionSummary, 'name' | 'credential' | 'state'>[];
}

/** Reminders 14, 7 and 1 days before a credential ends, and once it has, until another is in its place. */
export const CredentialEnds = ({ connections }: Props) => {
  const now = useNow();
  const ending = connections.flatMap(({ name, credential, state }) => {
    const end = toCredentialEnd(credential?.endsAt, now);
    if (end === undefined || credential === undefined || state === 'disconnecting') return [];
    const stop = end.kind === 'ended' ? 'Nothing new is read' : 'Reading stops then';
    const { kind, login } = credential;
    return [{ name, kind, login, words: toCredentialEndWords(end), stop }];
  });
  return ending.map(({ name, kind, login, words, stop }) => (
    <div key={name} className={styles['attention']}>
      <p>
        {credentialKindWords[kind]} of {login}, with which {name} is read, {words}. {stop}; what was read
        stays. Put another one in its place: nothing is lost.
      </p>
      <div className={styles['next']}>
        <PathLink path={`${toConnectionPath(name, 'overview')}#replace`}>Replace the credential</PathLink>
      </div>
    </div>
  ));
};
