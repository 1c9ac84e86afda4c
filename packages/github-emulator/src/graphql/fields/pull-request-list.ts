import { walkPullRequests } from '../../reading/walk-pull-requests.ts';
import type { PullRequestListQuery, PullRequestRecord, RepositorySource } from '../../world/model.ts';
import { type Connection, type Edge, type Page, type PageArgs, toConnection } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { makeCursor, readCursor } from '../cursor.ts';
import { toPullRequestNode } from '../nodes.ts';
import { refuseArguments } from '../unserved-arguments.ts';

type PullRequestsArgs = PageArgs & {
  readonly states?: readonly PullRequestRecord['state'][] | null;
  readonly labels?: readonly string[] | null;
  readonly baseRefName?: string | null;
  readonly headRefName?: string | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
};

type Order = Pick<PullRequestListQuery, 'orderBy' | 'direction' | 'states'>;
type Placed = { readonly number: number; readonly position: number };

/** `Repository.pullRequests`; creation order by default. */
export function toPullRequestConnection(
  repository: RepositorySource,
  args: PullRequestsArgs,
  context: GraphqlContext,
): Connection {
  const order = readOrder(args, context);
  const filtered = hasFilter(args) ? filterPulls(repository, order, args) : undefined;
  const totalCount = filtered?.length ?? repository.countPullRequests(order.states);
  return toConnection(context, { totalCount }, () => {
    const page =
      filtered === undefined
        ? listPage(repository, order, args)
        : sliceFiltered(filtered, order.orderBy, args);
    return { ...page, edges: page.entries.flatMap((entry) => toEdge(repository, order.orderBy, entry)) };
  });
}

function readOrder(args: PullRequestsArgs, context: GraphqlContext): Order {
  const { orderBy, states } = args;
  if (orderBy?.field === 'COMMENTS') refuseArguments(context, 'pullRequests', args, ['orderBy']);
  if (args.after != null && args.before != null) refuseArguments(context, 'pullRequests', args, ['before']);
  return {
    orderBy: orderBy?.field === 'UPDATED_AT' ? 'UPDATED_AT' : 'CREATED_AT',
    direction: orderBy?.direction ?? 'ASC',
    states: states ?? undefined,
  };
}

function toEdge(repository: RepositorySource, list: string, { number, position }: Placed): readonly Edge[] {
  const pull = repository.pullRequest(number);
  if (pull === undefined) return [];
  return [{ cursor: makeCursor(list, position), node: toPullRequestNode({ repository, pull }), extras: {} }];
}

type NumberSlice = Pick<Page, 'hasNextPage' | 'hasPreviousPage'> & { readonly entries: readonly Placed[] };

/** Backwards is listing in the other direction, turned round. */
function listPage(repository: RepositorySource, order: Order, args: PullRequestsArgs): NumberSlice {
  const after = readPlace(order.orderBy, args.after ?? args.before);
  const isBackwards = args.last != null;
  if (!isBackwards && args.before == null) {
    return repository.listPullRequests({ ...order, after, first: args.first ?? 0 });
  }
  const direction = order.direction === 'ASC' ? 'DESC' : 'ASC';
  const page = repository.listPullRequests({
    ...order,
    direction,
    after,
    first: args.last ?? args.first ?? 0,
  });
  return {
    entries: page.entries.toReversed(),
    hasNextPage: page.hasPreviousPage,
    hasPreviousPage: page.hasNextPage,
  };
}

function readPlace(list: string, cursor: string | null | undefined): number | undefined {
  return cursor == null ? undefined : readCursor(list, cursor);
}

function hasFilter({ labels, baseRefName, headRefName }: PullRequestsArgs): boolean {
  return labels != null || baseRefName != null || headRefName != null;
}

/** These filters have no index: every pull request in a fitting state is looked at. */
function filterPulls(repository: RepositorySource, order: Order, args: PullRequestsArgs): readonly Placed[] {
  return [...walkPullRequests(repository, order)]
    .filter(({ pull }) => fits(pull, args))
    .map(({ pull, position }) => ({ number: pull.number, position }));
}

function fits(pull: PullRequestRecord, { labels, baseRefName, headRefName }: PullRequestsArgs): boolean {
  return (
    (baseRefName == null || pull.baseRefName === baseRefName) &&
    (headRefName == null || pull.headRefName === headRefName) &&
    (labels == null || pull.labels.some(({ name }) => labels.includes(name)))
  );
}

function sliceFiltered(entries: readonly Placed[], list: string, args: PullRequestsArgs): NumberSlice {
  const after = readPlace(list, args.after);
  const before = readPlace(list, args.before);
  const start = after === undefined ? 0 : entries.findIndex(({ position }) => position === after) + 1;
  const cut = entries.findIndex(({ position }) => position === before);
  const end = before === undefined || cut < 0 ? entries.length : cut;
  const from = args.last == null ? start : Math.max(start, end - args.last);
  const to = args.first == null ? end : Math.min(end, start + args.first);
  return { entries: entries.slice(from, to), hasPreviousPage: from > 0, hasNextPage: to < entries.length };
}
