/** What an address is, as far as it decides whether to speak to it. */
export type AddressClass =
  | 'public'
  /** RFC 1918, RFC 4193, and carriers' 100.64/10: only for a host that an administrator named. */
  | 'private'
  | 'loopback'
  /** Where clouds hand out credentials. Never. */
  | 'metadata'
  | 'link-local'
  | 'unspecified'
  | 'multicast'
  /** An IPv4 address that is not public, wrapped into IPv6; tunnels. */
  | 'embedded'
  | 'reserved';

/**
 * First match wins. IANA's special-purpose registries for IPv4 and IPv6, and the metadata services of Amazon, Google,
 * Azure (169.254.169.254; 168.63.129.16 is Azure's wire server), Oracle, Alibaba and Amazon's containers.
 */
export const addressRanges: readonly (readonly [range: string, kind: AddressClass])[] = [
  ['169.254.169.254/32', 'metadata'],
  ['169.254.170.2/32', 'metadata'],
  ['169.254.170.23/32', 'metadata'],
  ['168.63.129.16/32', 'metadata'],
  ['100.100.100.200/32', 'metadata'],
  ['192.0.0.192/32', 'metadata'],
  ['fd00:ec2::254/128', 'metadata'],
  ['fd00:ec2::23/128', 'metadata'],
  ['fd20:ce::254/128', 'metadata'],

  ['0.0.0.0/8', 'unspecified'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'private'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'reserved'],
  ['192.88.99.0/24', 'reserved'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'reserved'],
  ['198.51.100.0/24', 'reserved'],
  ['203.0.113.0/24', 'reserved'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['0.0.0.0/0', 'public'],

  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'reserved'],
  ['fc00::/7', 'private'],
  ['ff00::/8', 'multicast'],
  ['2001::/23', 'embedded'],
  ['2001:db8::/32', 'reserved'],
  ['3fff::/20', 'reserved'],
  ['2000::/3', 'public'],
  ['::/0', 'reserved'],
];

/** Where IPv6 carries an IPv4 address, and how many bits stand after it. */
export const embeddings: readonly (readonly [range: string, bitsAfter: bigint])[] = [
  ['::ffff:0:0/96', 0n],
  ['::/96', 0n],
  ['::ffff:0:0:0/96', 0n],
  ['64:ff9b::/96', 0n],
  ['2002::/16', 80n],
];
