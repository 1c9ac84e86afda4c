import { isIP } from 'node:net';
import { generate } from 'selfsigned';
import type { ShownCertificate } from '../http/server.ts';

/** A company's own certificate authority, and what a host of theirs shows. */
export interface OwnAuthority {
  /** The authority's certificate, PEM: what is given to whoever shall trust the host. */
  readonly authority: string;
  readonly certificate: ShownCertificate;
}

/** The weakest that Node accepts by default is stronger than the library's. */
const strength = { keyType: 'ec', algorithm: 'sha256' } as const;

/** Made anew, good for a year, for hosts of these names and addresses. */
export async function makeOwnAuthority(
  names: readonly string[] = ['127.0.0.1', 'localhost'],
): Promise<OwnAuthority> {
  const authority = await generate([{ name: 'commonName', value: 'Acme' }], {
    ...strength,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const host = await generate([{ name: 'commonName', value: 'github.acme.test' }], {
    ...strength,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [{ name: 'subjectAltName', altNames: names.map(toAltName) }],
  });
  return { authority: authority.cert, certificate: { key: host.private, cert: host.cert } };
}

/** What a host shows that nobody vouches for but itself. */
export async function makeSelfSigned(names: readonly string[] = ['127.0.0.1']): Promise<ShownCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...strength,
    extensions: [{ name: 'subjectAltName', altNames: names.map(toAltName) }],
  });
  return { key, cert };
}

const toAltName = (name: string) =>
  isIP(name) === 0 ? ({ type: 2, value: name } as const) : ({ type: 7, ip: name } as const);
