import type { CredentialKind } from '@throughline/contract';
import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import { type ConnectionSubject, toConnectionPath } from './connection-subject.ts';
import type { Heard, OwnerHeard } from './examination.ts';

const kindWords: Readonly<Record<CredentialKind, string>> = {
  'classic-token': 'a classic token',
  'fine-grained-token': 'a fine-grained token',
  'other-token': 'a token of an unusual kind',
  'oauth-token': 'a token of an OAuth app',
  'app-installation': 'an installation of a GitHub App',
};

type Named = Pick<ConnectionSubject, 'name' | 'organisation'>;

/** The page of a connection, where its credential is replaced. */
export const toReplaceLink = (subject: Named) => ({
  address: toConnectionPath(subject),
  text: `Open ${subject.name}`,
});

/** What is not answered for want of quota or of something of ours. */
export function toUnheard(heard: Exclude<Heard<unknown>, { readonly kind: 'answered' }>): Finding {
  switch (heard.kind) {
    case 'waits':
      return notChecked(`the quota of this credential is used until ${heard.untilAt.toISOString()}`);
    case 'unasked':
      return notChecked(`GitHub was not asked: ${heard.text.replace(/\.$/, '')}`);
    case 'refused':
      return notChecked(`GitHub answered otherwise: ${heard.failure.message.replace(/\.$/, '')}`);
  }
}

type Kinded = Named & Pick<ConnectionSubject, 'credential'>;

/** Which kind of credential reads, and what that means for whoever leaves. */
export function judgeKind({ credential, ...named }: Kinded): Finding {
  if (credential === undefined) {
    return broken({
      proof: `${named.name} has no credential.`,
      consequence: 'Nothing is read.',
      repair: { text: 'Give the connection a credential.', link: toReplaceLink(named) },
    });
  }
  const { kind, login } = credential;
  if (kind === 'other-token') {
    return attention({
      proof: `It is ${kindWords[kind]}, of ${login}.`,
      consequence: 'It may end within hours, and nothing is known of what it may read.',
      repair: { text: 'Use a token, an OAuth app or a GitHub App instead.', link: toReplaceLink(named) },
    });
  }
  const whose =
    kind === 'app-installation'
      ? 'It belongs to the organisation, not to a person.'
      : `It acts for ${login}.`;
  return ok(`It is ${kindWords[kind]}. ${whose}`);
}

/** Whether GitHub accepts the credential at all. */
export function judgeAccepted(heard: Heard<OwnerHeard>, subject: Kinded): Finding {
  if (heard.kind === 'answered') {
    const { login } = heard.value;
    return ok(login === undefined ? 'GitHub accepts it.' : `GitHub takes it for ${login}’s.`);
  }
  if (heard.kind !== 'refused') return toUnheard(heard);
  if (heard.failure.kind !== 'not-signed-in') return toUnheard(heard);
  const isApp = subject.credential?.kind === 'app-installation';
  return broken({
    proof: `Asked GitHub whose the credential is: ${heard.failure.message}`,
    consequence: `Nothing of ${subject.organisation} is read; what was read stays.`,
    repair: {
      text: isApp
        ? 'Install the app again, or connect in another way, and put that in its place.'
        : 'Make a new one on GitHub and put it in its place. Reading goes on where it stopped.',
      link: toReplaceLink(subject),
    },
  });
}

const dayMs = 86_400_000;
const remindDays = 14;

/** When the credential ends: said 14, 7 and 1 days ahead. */
export function judgeEnd({
  credential,
  now,
  ...subject
}: Named & Pick<ConnectionSubject, 'credential' | 'now'>): Finding {
  if (credential === undefined) return notChecked('there is no credential');
  const { endsAt } = credential;
  if (endsAt === undefined) return ok('GitHub tells no day on which it ends.');
  const days = Math.floor((endsAt.getTime() - now.getTime()) / dayMs);
  const endsOn = endsAt.toISOString().slice(0, 10);
  const repair = {
    text: 'Make a new one on GitHub and put it in its place, today if you can.',
    link: toReplaceLink(subject),
  };
  if (endsAt <= now) {
    return broken({
      proof: `It ended on ${endsOn}.`,
      consequence: `Nothing of ${subject.organisation} is read; what was read stays.`,
      repair,
    });
  }
  if (days >= remindDays) return ok(`It ends on ${endsOn}, in ${days} days.`);
  return attention({
    proof: `It ends on ${endsOn}, ${toDays(days)}.`,
    consequence: 'Reading stops then, until it is replaced.',
    repair,
  });
}

function toDays(days: number): string {
  if (days < 1) return 'within a day';
  if (days === 1) return 'in 1 day';
  return days <= 7 ? `in ${days} days, within the week` : `in ${days} days`;
}
