/** What the server needs to know of the place it runs in. */
export interface HttpConfiguration {
  /** Where people reach us; https. Absent: this machine only. */
  readonly publicUrl: URL | undefined;
  /** The address to listen on. Without a public address only a loopback one is accepted. */
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Addresses or networks of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
}

/** True when cookies may and must be sent over https only. */
export const isSecure = (publicUrl: URL | undefined): boolean => publicUrl?.protocol === 'https:';
