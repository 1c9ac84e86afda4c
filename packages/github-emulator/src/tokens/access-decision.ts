import type { PersonalToken } from './token.ts';

/** Whether something may be read. `hidden` looks like nothing there; the others say why not. */
export type AccessDecision =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'permission-missing' }
  | { readonly kind: 'integration-refused' }
  /** `credentialId` stands for the token in the address that authorises it. */
  | { readonly kind: 'sso-required'; readonly organisation: string; readonly credentialId: string }
  | { readonly kind: 'oauth-restricted'; readonly organisation: string }
  | { readonly kind: 'classic-blocked'; readonly organisation: string }
  | { readonly kind: 'fine-grained-blocked'; readonly organisation: string }
  | {
      readonly kind: 'lifetime-exceeded';
      readonly organisation: string;
      readonly tokenKind: PersonalToken['kind'];
      readonly tokenId: number;
      readonly days: number;
    };
