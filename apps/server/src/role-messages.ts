import { parseRefusal, type Refusal } from './refusal.ts';

/** What a role tells the supervisor that started it. */
export type RoleMessage =
  | {
      readonly kind: 'ready';
      /** Where the api listens. */
      readonly address: string | undefined;
      /** Sentences for whoever started us, such as the set-up link. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Tells the supervisor that started this process. */
export const tellSupervisor = (message: RoleMessage): void => {
  if (process.connected) process.send?.(message);
};

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Parses what a role says; undefined for what is none of ours. */
export const parseRoleMessage = (value: unknown): RoleMessage | undefined => {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  if (value.kind === 'refused' && 'refusal' in value) {
    const refusal = parseRefusal(value.refusal);
    return refusal === undefined ? undefined : { kind: 'refused', refusal };
  }
  if (value.kind !== 'ready' || !('notes' in value) || !isTexts(value.notes)) return undefined;
  const address = 'address' in value && typeof value.address === 'string' ? value.address : undefined;
  return { kind: 'ready', address, notes: value.notes };
};
