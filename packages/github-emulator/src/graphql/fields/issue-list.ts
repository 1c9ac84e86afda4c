import type { IssueRecord, RepositorySource } from '../../world/model.ts';
import { type Connection, type PageArgs, toConnection } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { makeCursor, readCursor } from '../cursor.ts';
import { toIssueNode } from '../nodes.ts';
import { refuseArguments } from '../unserved-arguments.ts';

type IssuesArgs = PageArgs & {
  readonly states?: readonly IssueRecord['state'][] | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
};

/** `Repository.issues`, forwards and without filters. */
export function toIssueConnection(
  repository: RepositorySource,
  args: IssuesArgs,
  context: GraphqlContext,
): Connection {
  refuseArguments(context, 'issues', args, ['last', 'before', 'filterBy', 'labels']);
  const orderBy = args.orderBy?.field === 'UPDATED_AT' ? 'UPDATED_AT' : 'CREATED_AT';
  if (args.orderBy?.field === 'COMMENTS') refuseArguments(context, 'issues', args, ['orderBy']);
  const states = args.states ?? undefined;
  return toConnection(context, { totalCount: repository.countIssues(states) }, () => {
    const page = repository.listIssues({
      orderBy,
      direction: args.orderBy?.direction ?? 'ASC',
      states,
      after: args.after == null ? undefined : readCursor(orderBy, args.after),
      first: args.first ?? 0,
    });
    const edges = page.entries.flatMap(({ number, position }) => {
      const issue = repository.issue(number);
      return issue === undefined
        ? []
        : [{ cursor: makeCursor(orderBy, position), node: toIssueNode(repository, issue), extras: {} }];
    });
    return { ...page, edges };
  });
}
