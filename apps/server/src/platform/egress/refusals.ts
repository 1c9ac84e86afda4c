import { AppError } from '../errors/index.ts';
import type { AddressClass } from './address-ranges.data.ts';

const why: Record<AddressClass, string> = {
  public: 'is not one this connection may speak to',
  private: 'lies in a private network',
  loopback: 'is this machine itself',
  metadata: 'hands out a cloud machine’s credentials',
  'link-local': 'lies on the local link',
  unspecified: 'is no destination',
  multicast: 'is no single host',
  embedded: 'hides another address inside it',
  reserved: 'is reserved and belongs to nobody',
};

export function toAddressRefusal(hostname: string, address: string, addressClass: AddressClass): AppError {
  const repair =
    addressClass === 'private'
      ? 'If this is your Enterprise Server, go back to the host and mark “It lies in our private network”.'
      : 'Throughline never connects there. Check the host’s name.';
  const subject = hostname === address ? address : `${hostname} leads to ${address}, which`;
  return new AppError('address-refused', `${subject} ${why[addressClass]}. ${repair}`, {
    context: { hostname, address, addressClass },
  });
}

export const toOriginRefusal = (origin: string, allowed: readonly string[]): AppError =>
  new AppError(
    'address-refused',
    `A request to ${origin} was not sent: this connection speaks to ${allowed.join(' and ')} only.`,
    { context: { origin, allowed } },
  );

export const toRedirectRefusal = (from: string, to: string | undefined, status: number): AppError =>
  new AppError(
    'redirect-refused',
    `${from} answered with a redirect (${status}) to ${to ?? 'an unreadable address'}, which Throughline does not follow. ` +
      'Give the address of GitHub itself; if a proxy or a sign-in page stands before it, it must let Throughline pass.',
    { context: { from, to, status } },
  );
