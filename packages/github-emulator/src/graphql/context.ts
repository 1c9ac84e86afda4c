import type { QueryCost } from '../cost/query-cost.ts';
import type { Emulator } from '../emulator.ts';
import type { PartialFault } from '../http/spend.ts';
import type { Quota } from '../limits/primary.ts';
import type { Viewer } from '../tokens/viewer.ts';
import type { AccountRecord } from '../world/model.ts';
import type { Meter } from './meter.ts';

/** What every resolver is handed. */
export type GraphqlContext = {
  readonly emulator: Emulator;
  readonly viewer: Viewer & { readonly kind: 'token' };
  /** A planned fault inside this answer. */
  readonly partial: PartialFault | undefined;
  readonly cost: QueryCost;
  /** After this query was charged; undefined where limits are off. */
  readonly quota: Quota | undefined;
  readonly meter: Meter;
  /** Headers that errors inside the query add to the response: `X-GitHub-SSO`. */
  readonly headers: Record<string, string>;
};

/** `args` is checked by the schema before a resolver sees it, so a resolver may name the type it declares. */
export type FieldResolver<Node> = (node: Node, args: never, context: GraphqlContext) => unknown;

/** Fields of one type that are served; the others are refused and counted. */
export type FieldTable<Node> = Readonly<Record<string, FieldResolver<Node>>>;

export function viewerAccount(context: GraphqlContext): AccountRecord {
  return context.viewer.account;
}
