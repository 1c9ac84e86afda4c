import type { AccountRef } from '@throughline/contract';

/** An account as lists select it; all absent for one that is gone. */
export interface ActorColumns {
  readonly actor_login: string | null;
  readonly actor_kind: 'User' | 'Bot' | 'Organization' | 'Mannequin' | null;
  /** Selected where a list tells bots from AI agents. */
  readonly actor_class?: 'person' | 'bot' | 'ai-agent';
  readonly actor_slug: string | null;
  readonly actor_name: string | null;
}

/** Who did it, as GitHub shows it: an account that is gone is "ghost". */
export function toAccountRef(row: ActorColumns): AccountRef {
  if (row.actor_login === null || row.actor_kind === null) return { login: 'ghost', kind: 'Ghost' };
  return {
    login: row.actor_login,
    kind: row.actor_kind,
    ...(row.actor_class === undefined ? {} : { class: row.actor_class }),
    ...(row.actor_slug === null || row.actor_name === null
      ? {}
      : { person: { slug: row.actor_slug, name: row.actor_name } }),
  };
}
