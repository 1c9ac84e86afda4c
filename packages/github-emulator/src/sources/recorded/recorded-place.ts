import type { AccountRecord, LabelRecord } from '../../world/model.ts';
import type { RepositoryKeys } from '../../world/repository-keys.ts';
import type { RecordedAccounts } from './recorded-accounts.ts';
import type { LabelBody, WrittenBody } from './recorded-bodies.ts';

/** What turning a body into a record takes: ids, accounts, labels. */
export interface RecordedPlace {
  readonly keys: RepositoryKeys;
  readonly accounts: RecordedAccounts;
  readonly owner: AccountRecord;
  readonly labels: ReadonlyMap<string, LabelRecord>;
}

/** Labels by name, in the order of their ids; one that only an event names gets an id of ours, for events say none. */
export function toLabels(
  keys: RepositoryKeys,
  bodies: readonly LabelBody[],
  named: readonly { readonly name: string; readonly color: string }[],
): Map<string, LabelRecord> {
  const sorted = [...bodies].sort(compareBy(({ id }) => id));
  const labels = new Map<string, LabelRecord>();
  for (const { id, name, color, description } of sorted) {
    if (labels.has(name)) continue;
    const { nodeId } = keys.label(labels.size);
    labels.set(name, { id, nodeId, name, color, description: description ?? undefined });
  }
  for (const { name, color } of named) {
    if (!labels.has(name))
      labels.set(name, { ...keys.label(labels.size), name, color, description: undefined });
  }
  return labels;
}

export function findLabels(place: RecordedPlace, bodies: readonly LabelBody[]): LabelRecord[] {
  return bodies.flatMap(({ name }) => place.labels.get(name) ?? []);
}

export function toAuthor(place: RecordedPlace, body: WrittenBody) {
  return { author: place.accounts.ghostOr(body.user), authorAssociation: body.author_association };
}

/** `…/pulls/36` and `…/issues/36` end in the number. */
export function toNumber(url: string): number {
  return Number(url.slice(url.lastIndexOf('/') + 1));
}

export function compareBy<Item>(toKey: (item: Item) => number): (left: Item, right: Item) => number {
  return (left, right) => toKey(left) - toKey(right);
}
