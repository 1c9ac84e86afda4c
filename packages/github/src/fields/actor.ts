import * as z from 'zod';
import { type AccountRecord, type ActorRecord, ghost } from '../records/account-record.ts';
import { databaseId, optional } from './scalars.ts';

/** The fields of whoever did something. `e-mail` is not among them: asking for it takes a scope of its own. */
export const actorFields = `
  fragment actorFields on Actor {
    __typename
    login
    avatarUrl
    ... on User { id databaseId name }
    ... on Bot { id databaseId }
    ... on Mannequin { id databaseId }
    ... on Organization { id databaseId name }
  }
`;

const rawAccount = z.object({
  __typename: z.enum(['User', 'Bot', 'Mannequin', 'Organization']),
  id: z.string(),
  databaseId,
  login: z.string(),
  name: optional(z.string()),
  avatarUrl: optional(z.string()),
});

/** REST and webhooks call a bot `renovate[bot]`, GraphQL `renovate`: one account, one login. */
const toLogin = ({ __typename, login }: z.output<typeof rawAccount>): string =>
  __typename === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login;

/** An account; fails on what has no id of its own. */
export const account = rawAccount.transform(
  (raw): AccountRecord => ({
    kind: raw.__typename,
    githubId: raw.databaseId,
    nodeId: raw.id,
    login: toLogin(raw),
    name: raw.name,
    avatarUrl: raw.avatarUrl,
  }),
);

/** An enterprise's placeholder has a login and no id to join on: it is nobody we can name for sure. */
const nameless = z
  .object({ __typename: z.literal('EnterpriseUserAccount') })
  .transform((): ActorRecord => ghost);

/** Whoever did something; null, for an account that was deleted, is the ghost. */
export const actor = z.union([account, nameless, z.null()]).transform((value): ActorRecord => value ?? ghost);
