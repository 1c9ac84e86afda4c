import type { SignOnSettings } from '@throughline/contract';
import * as z from 'zod';

/** Who a provider says that somebody is. */
export interface SignOnProfile {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly isEmailVerified: boolean;
  readonly groups: readonly string[] | undefined;
}

const text = z.string().trim().min(1).max(254).optional().catch(undefined);

const claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  name: text,
  preferred_username: text,
  email: z.email().toLowerCase().max(254).optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
});

const groupList = z.union([z.array(z.string()).max(2000), z.string().transform((one) => [one])]);

/** Reads checked claims. Undefined where they name nobody. */
export function toProfile(
  given: unknown,
  { groupsClaim }: Pick<SignOnSettings, 'groupsClaim'>,
): SignOnProfile | undefined {
  const parsed = claims.safeParse(given);
  if (!parsed.success) return undefined;
  const { iss, sub, name, preferred_username: username, email, email_verified: isVerified } = parsed.data;
  return {
    issuer: iss,
    subject: sub,
    name: name ?? username ?? email ?? sub,
    email,
    isEmailVerified: isVerified === true,
    groups: groupsClaim === undefined ? undefined : groupList.safeParse(parsed.data[groupsClaim]).data,
  };
}

/** Whether somebody may come uninvited: by an address that the provider verified, at a domain that is listed. */
export function isFromOpenDomain(
  { email, isEmailVerified }: SignOnProfile,
  { openDomains }: Pick<SignOnSettings, 'openDomains'>,
): boolean {
  const domain = email?.slice(email.lastIndexOf('@') + 1);
  return isEmailVerified && domain !== undefined && openDomains.includes(domain);
}
