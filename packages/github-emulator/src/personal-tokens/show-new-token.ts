import type { Outgoing } from '../http/message.ts';
import type { PersonalToken, Token } from '../tokens/token.ts';
import { html, toPage } from '../web/markup.ts';

/** The only page that ever tells a token's value. */
export function showNewToken(token: Token): Outgoing {
  const isWaiting = token.kind === 'fine-grained' && token.approval === 'pending';
  const list = token.kind === 'fine-grained' ? '/settings/personal-access-tokens' : '/settings/tokens';
  const waiting = isWaiting
    ? html`<p>It waits for an owner of ${token.resourceOwner} to approve it. Until then it reads public things only.</p>`
    : undefined;
  return toPage(
    'Personal access tokens',
    html`
<p role="status">Make sure to copy your personal access token now as you will not be able to see this again.</p>
<label>Personal access token <input readonly size="50" value="${token.value}"></label>
${waiting}
<p><a href="${list}">All tokens</a></p>`,
  );
}

/** How a token stands, for who looks at its settings. */
export function describeToken(token: PersonalToken, nowMs: number): string {
  if (token.isRevoked) return 'revoked';
  const { expiresAtMs } = token;
  if (expiresAtMs !== undefined && expiresAtMs <= nowMs) return 'expired';
  const ends =
    expiresAtMs === undefined
      ? 'never expires'
      : `expires ${new Date(expiresAtMs).toISOString().slice(0, 10)}`;
  if (token.kind === 'classic') return ends;
  const words = { approved: ends, pending: `pending approval, ${ends}`, denied: 'denied' } as const;
  return words[token.approval];
}
