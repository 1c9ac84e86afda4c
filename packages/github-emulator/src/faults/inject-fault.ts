import type { SignedExchange } from '../http/exchange.ts';
import type { AnswerFault } from './fault.ts';
import type { PlannedFault } from './fault-plan.ts';

/** How late a late answer is. */
const lateMs = 2_500;

/** The planned fault as one of an answer; undefined where it lies elsewhere. */
export function toAnswerFault({ kind, place }: PlannedFault): AnswerFault | undefined {
  const times = 1;
  switch (kind) {
    case 'server-error':
      return { kind: 'status', status: 500, times };
    case 'bad-gateway':
      return { kind: 'status', status: 502, times };
    case 'unavailable':
      return { kind: 'status', status: 503, times };
    case 'late':
      return { kind, waitMs: lateMs, times };
    case 'wrong-types':
      return { kind, place, times };
    case 'html':
    case 'cut-off':
    case 'truncated':
    case 'reset':
    case 'stalled':
      return { kind, times };
    default:
      return undefined;
  }
}

/** Uses up a limit, revokes the token, renames or deletes a repository. What cannot be done is left. */
export function changeWorld(exchange: SignedExchange, { kind, place }: PlannedFault): void {
  const { emulator, owner, resource, viewer } = exchange;
  if (kind === 'primary-limit') emulator.primary.setUsed(owner, resource, Number.MAX_SAFE_INTEGER);
  if (kind === 'secondary-limit') emulator.secondary.block(owner);
  if (kind === 'revoked' && viewer.kind === 'token')
    emulator.tokens.change({ value: viewer.token.value, isRevoked: true });
  if (kind !== 'renamed' && kind !== 'deleted') return;
  const { repositories } = emulator.world;
  const record = repositories[Math.floor(place * repositories.length)]?.record;
  if (record === undefined) return;
  if (kind === 'deleted') emulator.scenario.edit({ kind, repositoryId: record.id });
  else emulator.scenario.edit({ kind, repositoryId: record.id, name: `${record.name}-moved` });
}
