import type { Sql } from '../../platform/sql/index.ts';

interface Rules {
  readonly repositoryChoice: 'all' | 'some';
  readonly includesArchived: boolean;
  readonly includesForks: boolean;
  /** Which choice is known to whoever changes it. */
  readonly revision: number;
}

/** Changes which repositories a connection reads. Returns false, and changes nothing, where the choice is a newer one. */
export async function saveRepositoryRules(tx: Sql, connectionId: number, rules: Rules): Promise<boolean> {
  const rows = await tx.query(
    `update connection
     set repository_choice = $2::text,
         includes_archived = $3::boolean,
         includes_forks = $4::boolean,
         choice_revision = choice_revision + 1
     where connection_id = $1::bigint
       and choice_revision = $5::integer
       and state in ('active', 'needs-attention')
     returning connection_id`,
    [connectionId, rules.repositoryChoice, rules.includesArchived, rules.includesForks, rules.revision],
  );
  return rows.length > 0;
}
