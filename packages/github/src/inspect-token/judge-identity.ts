import type { TokenIdentity } from './token-report.ts';

interface Profile {
  readonly login: string;
  readonly name: string | undefined;
  /** GitHub's word: `User`, `Bot`. */
  readonly type: string;
}

const machineWords =
  /(?:^|[-_.\s])(bot|ci|svc|service|robot|automation|automat|machine|deploy|build|sync|integration|system)(?:$|[-_.\s\d])/i;

/**
 * Whether a token's owner looks like a person. A guess that says why: GitHub has no mark for service accounts, which are
 * ordinary users that somebody named.
 */
export function judgeIdentity({ login, name, type }: Profile): TokenIdentity {
  if (type === 'Bot' || login.endsWith('[bot]'))
    return { kind: 'bot', evidence: ['GitHub lists it as a bot'] };
  const loginWord = machineWords.exec(login)?.[1];
  const nameWord = name === undefined ? undefined : machineWords.exec(name)?.[1];
  const evidence = [
    ...(loginWord === undefined ? [] : [`its login holds the word “${loginWord}”`]),
    ...(nameWord === undefined ? [] : [`its name holds the word “${nameWord}”`]),
  ];
  return evidence.length === 0 ? { kind: 'person', evidence } : { kind: 'service-account', evidence };
}
