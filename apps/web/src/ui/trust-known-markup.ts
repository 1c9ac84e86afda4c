import { knownMarkup } from './known-markup.data.ts';

/**
 * The page's Trusted Types policy: text becomes markup only where it is one of the few fixed pieces that components
 * bring along. Whatever GitHub or a person wrote stays text, also where a mistake of ours would have it otherwise.
 */
export const toTrustedMarkup = (text: string): string => {
  if (knownMarkup.includes(text)) return text;
  throw new TypeError('This page makes no markup of text.');
};

interface PolicyFactory {
  createPolicy(name: string, rules: { readonly createHTML: (text: string) => string }): unknown;
}

// as: TypeScript's DOM does not know Trusted Types, and browsers without them have no factory
const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
trustedTypes?.createPolicy('default', { createHTML: toTrustedMarkup });
