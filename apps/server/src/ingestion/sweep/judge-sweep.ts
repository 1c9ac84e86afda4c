import type { GitHubFailureKind, SweptRepository } from '@throughline/github';

/** A repository in step, as it is held. */
export interface InStep {
  readonly repositoryId: number;
  readonly nodeId: string;
  /** `owner/name`. */
  readonly fullName: string;
  readonly isArchived: boolean;
  readonly total: number | undefined;
  /** Everything updated until then has been read. */
  readonly watermarkAt: Date | undefined;
}

/** What a look at repositories calls for. */
export interface SweepVerdict {
  /** There is something new to read. */
  readonly changed: readonly number[];
  readonly unchanged: readonly number[];
  /** One is not there, or is called something else: the list of repositories tells more. */
  readonly isListDue: boolean;
}

/** Compares what a look showed with what is held; of what is not shown nothing is concluded. */
export function judgeSweep(held: readonly InStep[], swept: readonly SweptRepository[]): SweepVerdict {
  const byNodeId = new Map(swept.map((one) => [one.nodeId, one]));
  const seen = held.map((one) => ({ held: one, found: byNodeId.get(one.nodeId) }));
  const pick = (isPicked: (one: InStep, found: Found) => boolean): readonly number[] =>
    seen.flatMap((one) =>
      one.found?.kind === 'found' && isPicked(one.held, one.found) ? [one.held.repositoryId] : [],
    );
  const refused = seen.find(({ found }) => found?.kind === 'not-found' && isRefused(found.reason));
  return {
    changed: [...pick(hasChanged), ...(refused === undefined ? [] : [refused.held.repositoryId])],
    unchanged: pick((one, found) => !hasChanged(one, found)),
    isListDue: seen.some((one) => one.found?.kind !== 'found' || isRenamed(one.held, one.found)),
  };
}

/** The token is kept from it: whoever reads it finds out why and says so; one is enough. */
const isRefused = (reason: GitHubFailureKind | undefined): boolean =>
  reason === 'scope-missing' || reason === 'sso-required' || reason === 'organisation-approval';

type Found = Extract<SweptRepository, { kind: 'found' }>;

const hasChanged = ({ watermarkAt, total }: InStep, found: Found): boolean => {
  const isNewer =
    found.newestUpdatedAt !== undefined && (watermarkAt === undefined || found.newestUpdatedAt > watermarkAt);
  return isNewer || found.pullRequestTotal !== total;
};

const isRenamed = ({ fullName, isArchived }: InStep, found: Found): boolean =>
  found.fullName !== fullName || found.isArchived !== isArchived;
