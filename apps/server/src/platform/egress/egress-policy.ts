/** What one connection may be spoken to about, and how. */
export interface EgressPolicy {
  /** Requests go to these origins and to no other, whatever an answer's links say. */
  readonly origins: readonly string[];
  /** An administrator named the host as one in the private network. Metadata and loopback stay closed. */
  readonly allowPrivateHosts?: boolean;
  /** The demo's own origin, to the port: `http://127.0.0.1:41234`. Never set for anything else. */
  readonly exactLoopbackAddress?: string;
  /** PEM; trusted besides the usual authorities. */
  readonly caCertificate?: string;
  /** Of the decompressed body; default 20 MiB. */
  readonly maxBytes?: number;
  /** For the headers, and between two pieces of the body; default 30,000. */
  readonly timeoutMs?: number;
}

/** What the operator of this deployment opened at its start, for every policy. */
export interface AllowedHosts {
  /** Loopback origins, to the port, that may be spoken to besides the demo's. */
  readonly loopbackOrigins?: readonly string[];
}

export const defaultMaxBytes = 20 * 1024 * 1024;
export const defaultTimeoutMs = 30_000;
