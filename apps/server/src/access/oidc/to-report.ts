import type { SignOnReport, SignOnSettings } from '@throughline/contract';
import { isFromOpenDomain, type SignOnProfile } from './to-profile.ts';
import { toRoleVerdict } from './to-role.ts';

/** What a sign-in would do, for whoever tries it: said, and not done. */
export function toReport(settings: SignOnSettings, profile: SignOnProfile, isKnown: boolean): SignOnReport {
  const verdict = toRoleVerdict(settings, profile.groups);
  const isOpen = isFromOpenDomain(profile, settings);
  const isLetIn = verdict.kind !== 'refused' && (isKnown || isOpen);
  return {
    subject: profile.subject,
    name: profile.name,
    isEmailVerified: profile.isEmailVerified,
    ...(profile.email === undefined ? {} : { email: profile.email }),
    ...(profile.groups === undefined ? {} : { groups: [...profile.groups] }),
    ...(verdict.kind === 'role' ? { role: verdict.role } : {}),
    isLetIn,
    sentence: toSentence(verdict.kind, { isKnown, isOpen }),
  };
}

function toSentence(
  kind: 'role' | 'refused' | 'given-here',
  { isKnown, isOpen }: { readonly isKnown: boolean; readonly isOpen: boolean },
): string {
  if (kind === 'refused') return 'None of the groups gives a role, so this sign-in would be refused.';
  if (isKnown) return 'This identity is connected to a user here, who would be signed in.';
  return isOpen
    ? 'The address is verified and its domain is listed, so this sign-in would make a new user.'
    : 'Nobody here has connected this identity, so it would be let in by an invitation only.';
}
