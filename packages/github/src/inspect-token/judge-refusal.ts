import type { GitHubFailure } from '../github-failure.ts';
import type { OrganisationRefusal } from './token-report.ts';

const lifetime = /token(?:'s)? lifetime is greater than (\d+) days/i;
const settings = /following URL: (https?:\/\/\S+)/i;

/** Which of an organisation's rules refused; by GitHub's words, for it gives nothing else. */
export function judgeRefusal({ githubMessage }: Pick<GitHubFailure, 'githubMessage'>): OrganisationRefusal {
  const words = githubMessage ?? '';
  if (/token(?:'s)? lifetime/i.test(words)) {
    const days = lifetime.exec(words)?.[1];
    return {
      kind: 'lifetime',
      days: days === undefined ? undefined : Number(days),
      settingsUrl: settings.exec(words)?.[1],
    };
  }
  if (/forbids access via a (?:fine-grained )?personal access token/i.test(words))
    return { kind: 'token-kind' };
  if (/OAuth App access restrictions/i.test(words)) return { kind: 'app-restricted' };
  return { kind: 'rule', githubMessage };
}
