import type { RepositoryRecord, RepositorySource } from '../../world/model.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { type AccountNode, toRepositoryNode } from '../nodes.ts';
import { refuseArguments } from '../unserved-arguments.ts';

type RepositoriesArgs = PageArgs & {
  readonly isArchived?: boolean | null;
  readonly isFork?: boolean | null;
  readonly visibility?: RepositoryRecord['visibility'] | null;
  readonly privacy?: 'PUBLIC' | 'PRIVATE' | null;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
};

/** `repositories` and `repository` of whoever owns some. */
export const repositoryListFields = {
  repositories({ account }: AccountNode, args: RepositoriesArgs, context: GraphqlContext) {
    refuseArguments(context, 'repositories', args, ['affiliations', 'hasIssuesEnabled', 'isLocked']);
    const { emulator, viewer } = context;
    const listed = emulator.world
      .repositoriesOf(account.id)
      .filter(({ record }) => emulator.access.ofRepository(viewer, record, []).kind === 'allowed')
      .filter(({ record }) => fitsArguments(record, args));
    return toArrayConnection(context, args, sortRepositories(context, listed, args), {
      toNode: toRepositoryNode,
    });
  },
  repository({ account }: AccountNode, args: { readonly name: string }, context: GraphqlContext) {
    const { emulator, viewer } = context;
    const found = emulator.world.findRepositoryByName(account.login, args.name);
    if (found === undefined) return null;
    const access = emulator.access.ofRepository(viewer, found.source.record, []);
    return access.kind === 'allowed' ? toRepositoryNode(found.source) : null;
  },
};

function fitsArguments(record: RepositoryRecord, args: RepositoriesArgs): boolean {
  const privacy = record.visibility === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE';
  return (
    (args.isArchived == null || record.isArchived === args.isArchived) &&
    (args.isFork == null || record.isFork === args.isFork) &&
    (args.visibility == null || record.visibility === args.visibility) &&
    (args.privacy == null || privacy === args.privacy)
  );
}

const sortKeys: Readonly<Record<string, (record: RepositoryRecord) => string>> = {
  CREATED_AT: (record) => record.createdAt,
  UPDATED_AT: (record) => record.updatedAt,
  PUSHED_AT: (record) => record.pushedAt ?? '',
  NAME: (record) => record.name.toLowerCase(),
};

function sortRepositories(
  context: GraphqlContext,
  sources: readonly RepositorySource[],
  { orderBy }: RepositoriesArgs,
): readonly RepositorySource[] {
  if (orderBy == null) return sources.toSorted((left, right) => left.record.id - right.record.id);
  const key = sortKeys[orderBy.field];
  if (key === undefined) {
    refuseArguments(context, 'repositories', { [orderBy.field]: true }, [orderBy.field]);
    return sources;
  }
  const sign = orderBy.direction === 'ASC' ? 1 : -1;
  return sources.toSorted((left, right) => {
    const [first, second] = [key(left.record), key(right.record)];
    return first === second ? left.record.id - right.record.id : first < second ? -sign : sign;
  });
}
