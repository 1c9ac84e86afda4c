import type { AddressClass } from './address-ranges.data.ts';
import { classifyAddress } from './classify-address.ts';

/** What a connection to one origin may reach. */
export interface Reach {
  readonly isPrivateAllowed: boolean;
  readonly isLoopbackAllowed: boolean;
}

export type AddressVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly address: string; readonly addressClass: AddressClass };

/** One refused address among many refuses them all: the name's owner decides which one is used. */
export function judgeAddresses(addresses: readonly string[], reach: Reach): AddressVerdict {
  for (const address of addresses) {
    const addressClass = classifyAddress(address);
    if (!isAllowed(addressClass, reach)) return { kind: 'refused', address, addressClass };
  }
  return { kind: 'allowed' };
}

function isAllowed(addressClass: AddressClass, reach: Reach): boolean {
  if (reach.isLoopbackAllowed) return addressClass === 'loopback';
  return addressClass === 'public' || (addressClass === 'private' && reach.isPrivateAllowed);
}
