/**
 * Opaque node ids that say where their object lies, so that `node(id)` needs no index: a prefix like GitHub's, then
 * the address as variable-length integers, base64url.
 */
export type NodeAddress =
  | { readonly kind: 'account'; readonly id: number; readonly accountKind: AccountPrefix }
  | { readonly kind: 'team'; readonly id: number }
  | { readonly kind: 'repository'; readonly repositoryId: number }
  | { readonly kind: 'commit'; readonly repositoryId: number; readonly oid: string }
  | { readonly kind: 'label'; readonly repositoryId: number; readonly ordinal: number }
  | { readonly kind: 'issue'; readonly repositoryId: number; readonly number: number }
  | { readonly kind: 'pullRequest'; readonly repositoryId: number; readonly number: number }
  | ChildAddress
  | (Omit<ChildAddress, 'kind'> & { readonly kind: 'reviewComment'; readonly thread: number });

type AccountPrefix = 'User' | 'Bot' | 'Organization' | 'Mannequin';

interface ChildAddress {
  readonly kind: 'review' | 'thread' | 'comment' | 'event';
  readonly repositoryId: number;
  readonly number: number;
  /** Place among its kind in the pull request (or issue), from 0. */
  readonly ordinal: number;
}

const accountPrefixes = { User: 'U', Bot: 'BOT', Organization: 'O', Mannequin: 'M' } as const;
const prefixes = {
  team: 'T',
  repository: 'R',
  commit: 'C',
  label: 'LA',
  issue: 'I',
  pullRequest: 'PR',
  review: 'PRR',
  thread: 'PRRT',
  comment: 'IC',
  event: 'EV',
  reviewComment: 'PRRC',
} as const;

export function toNodeId(address: NodeAddress): string {
  if (address.kind === 'account') return encode(accountPrefixes[address.accountKind], [address.id]);
  return encode(prefixes[address.kind], toIntegers(address), address.kind === 'commit' ? address.oid : '');
}

/** undefined for anything this emulator did not make. */
export function parseNodeId(nodeId: string): NodeAddress | undefined {
  const cut = nodeId.indexOf('_');
  const bytes = Buffer.from(nodeId.slice(cut + 1), 'base64url');
  const address = toAddress(nodeId.slice(0, Math.max(cut, 0)), bytes);
  return address !== undefined && toNodeId(address) === nodeId ? address : undefined;
}

function toIntegers(address: Exclude<NodeAddress, { kind: 'account' }>): number[] {
  switch (address.kind) {
    case 'team':
      return [address.id];
    case 'repository':
    case 'commit':
      return [address.repositoryId];
    case 'label':
      return [address.repositoryId, address.ordinal];
    case 'issue':
    case 'pullRequest':
      return [address.repositoryId, address.number];
    case 'reviewComment':
      return [address.repositoryId, address.number, address.thread, address.ordinal];
    default:
      return [address.repositoryId, address.number, address.ordinal];
  }
}

function toAddress(prefix: string, bytes: Buffer): NodeAddress | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = decodeIntegers(bytes);
  const child = { repositoryId: first, number: second, ordinal: third };
  switch (prefix) {
    case 'U':
      return { kind: 'account', id: first, accountKind: 'User' };
    case 'BOT':
      return { kind: 'account', id: first, accountKind: 'Bot' };
    case 'O':
      return { kind: 'account', id: first, accountKind: 'Organization' };
    case 'M':
      return { kind: 'account', id: first, accountKind: 'Mannequin' };
    case 'T':
      return { kind: 'team', id: first };
    case 'R':
      return { kind: 'repository', repositoryId: first };
    case 'C':
      return { kind: 'commit', repositoryId: first, oid: bytes.subarray(-20).toString('hex') };
    case 'LA':
      return { kind: 'label', repositoryId: first, ordinal: second };
    case 'I':
      return { kind: 'issue', repositoryId: first, number: second };
    case 'PR':
      return { kind: 'pullRequest', repositoryId: first, number: second };
    case 'PRRC':
      return { kind: 'reviewComment', repositoryId: first, number: second, thread: third, ordinal: fourth };
    case 'PRR':
      return { kind: 'review', ...child };
    case 'PRRT':
      return { kind: 'thread', ...child };
    case 'IC':
      return { kind: 'comment', ...child };
    case 'EV':
      return { kind: 'event', ...child };
    default:
      return undefined;
  }
}

function encode(prefix: string, integers: readonly number[], oid = ''): string {
  const bytes: number[] = [];
  for (const integer of integers) pushInteger(bytes, integer);
  for (let at = 0; at < oid.length; at += 2) bytes.push(Number.parseInt(oid.slice(at, at + 2), 16));
  return `${prefix}_${Buffer.from(bytes).toString('base64url')}`;
}

function pushInteger(bytes: number[], integer: number): void {
  let rest = integer;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** At most four; what follows the first of a commit's id is its oid, which the caller reads itself. */
function decodeIntegers(bytes: Buffer): number[] {
  const integers: number[] = [];
  let [value, factor] = [0, 1];
  for (const byte of bytes) {
    value += (byte % 128) * factor;
    factor *= 128;
    if (byte >= 128) continue;
    integers.push(value);
    if (integers.length === 4) break;
    [value, factor] = [0, 1];
  }
  return integers;
}
