import type { SignOnSettings } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { recordAudit } from '../audit.sql.ts';
import { type Entering, enterByIdentity, identityUnknown, joinByIdentity } from '../enter.sql.ts';
import { findUserOfIdentity, storeIdentity } from '../identities.sql.ts';
import { createUser, findSignIn } from '../users.sql.ts';
import { followGroups } from './follow-groups.sql.ts';
import { isFromOpenDomain, type SignOnProfile } from './to-profile.ts';
import { toRoleVerdict } from './to-role.ts';

interface SignedOn {
  readonly settings: SignOnSettings;
  readonly profile: SignOnProfile;
  readonly endsSessionId: string | undefined;
  /** Of whoever came by an invitation's link. */
  readonly invitationId: number | undefined;
}

/** Begins a session for whoever single sign-on proved to be there, and returns its token. */
export async function enterBySignOn(tx: Sql, given: SignedOn): Promise<string> {
  const { settings, profile } = given;
  const verdict = toRoleVerdict(settings, profile.groups);
  if (verdict.kind === 'refused') throw identityUnknown();
  if (given.invitationId === undefined) await admit(tx, given);
  const token =
    given.invitationId === undefined
      ? undefined
      : await joinByIdentity(tx, {
          ...toEntering(given),
          invitationId: given.invitationId,
          name: profile.name,
        });
  if (verdict.kind === 'given-here') return token ?? enterByIdentity(tx, toEntering(given));
  const userId = await findUserOfIdentity(tx, profile);
  if (userId === undefined) throw identityUnknown();
  await followGroups(tx, userId, verdict.role, profile.issuer);
  return enterByIdentity(tx, toEntering(given));
}

const toEntering = ({ profile, endsSessionId }: SignedOn): Entering => ({
  issuer: profile.issuer,
  subject: profile.subject,
  label: profile.email ?? profile.name,
  endsSessionId,
  isSignOn: true,
});

/**
 * Makes a user of somebody who may come uninvited. An address that signs in here already is nobody's proof: its user
 * connects single sign-on themselves.
 */
async function admit(tx: Sql, { settings, profile }: SignedOn): Promise<void> {
  const { email, name, issuer, subject } = profile;
  if ((await findUserOfIdentity(tx, profile)) !== undefined) return;
  if (email === undefined || !isFromOpenDomain(profile, settings)) throw identityUnknown();
  if ((await findSignIn(tx, email)) !== undefined) throw identityUnknown();
  const userId = await createUser(tx, { email, name, role: 'member', passwordHash: undefined });
  // A disabled user's identity is theirs still.
  if (!(await storeIdentity(tx, { userId, issuer, subject, label: email }))) throw identityUnknown();
  await recordAudit(tx, {
    actorUserId: userId,
    action: 'user.joined',
    subject: `user:${userId}`,
    detail: { by: issuer },
  });
}
