/** What a failed connection means and what to do, by the code Node or undici gives it. */
export interface NetworkReason {
  readonly what: string;
  readonly repair: string;
}

const certificateRepair =
  'If your company signs its own certificates, paste the certificate of its authority where you give the host’s address.';

const networkRepair = 'Check the name, and that this machine may reach it (firewall, VPN, proxy).';

const laterRepair = 'Try again; if it stays, look at the host’s own status page.';

export const networkReasons: Readonly<Record<string, NetworkReason>> = {
  ENOTFOUND: {
    what: 'that name does not exist',
    repair: 'Check the spelling, and that this machine’s name server knows it.',
  },
  EAI_AGAIN: {
    what: 'the name server does not answer',
    repair: 'Check this machine’s network and name server.',
  },
  ENODATA: { what: 'that name has no address', repair: 'Check the spelling.' },
  ECONNREFUSED: { what: 'nothing listens there', repair: networkRepair },
  EHOSTUNREACH: { what: 'no way leads there', repair: networkRepair },
  ENETUNREACH: { what: 'no way leads there', repair: networkRepair },
  ETIMEDOUT: { what: 'it did not answer in time', repair: networkRepair },
  UND_ERR_CONNECT_TIMEOUT: { what: 'it did not answer in time', repair: networkRepair },
  UND_ERR_HEADERS_TIMEOUT: { what: 'it accepted the request and then said nothing', repair: laterRepair },
  UND_ERR_BODY_TIMEOUT: { what: 'its answer stopped half-way', repair: laterRepair },
  UND_ERR_SOCKET: { what: 'it closed the connection', repair: laterRepair },
  ECONNRESET: { what: 'it closed the connection', repair: laterRepair },
  EPIPE: { what: 'it closed the connection', repair: laterRepair },
  UND_ERR_HEADERS_OVERFLOW: {
    what: 'its headers are too long for GitHub’s',
    repair: 'Check that this is GitHub.',
  },
  HPE_INVALID_CONSTANT: { what: 'it does not speak HTTP', repair: 'Check that this is GitHub.' },
  EPROTO: { what: 'it does not speak TLS', repair: 'Check that this host serves https.' },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    what: 'it does not speak TLS',
    repair: 'Check that this host serves https.',
  },
  CERT_HAS_EXPIRED: { what: 'its certificate has expired', repair: 'Renew the certificate on that host.' },
  CERT_NOT_YET_VALID: {
    what: 'its certificate is not valid yet',
    repair: 'Check the clocks of both machines.',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: { what: 'its certificate is signed by itself', repair: certificateRepair },
  SELF_SIGNED_CERT_IN_CHAIN: {
    what: 'its certificate comes from an unknown authority',
    repair: certificateRepair,
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    what: 'its certificate comes from an unknown authority',
    repair: certificateRepair,
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    what: 'its certificate comes from an unknown authority',
    repair: certificateRepair,
  },
  UNABLE_TO_GET_ISSUER_CERT: {
    what: 'its certificate comes from an unknown authority',
    repair: certificateRepair,
  },
  // Of an authority that is called like the one that was pasted.
  CERT_SIGNATURE_FAILURE: {
    what: 'its certificate comes from an unknown authority',
    repair: certificateRepair,
  },
  INVALID_CA: {
    what: 'its certificate was made with one that is none of an authority',
    repair: certificateRepair,
  },
  // Node has no name for what it finds too weak: a digest of SHA-1, a key of 1024 bits.
  UNSPECIFIED: {
    what: 'its certificate, or its authority’s, is too weak to be trusted',
    repair: 'Have it renewed with SHA-256 and a key of 2048 bits or more.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    what: 'its certificate is for another name',
    repair: 'Give the host by the name that stands in its certificate.',
  },
};

export const unknownReason: NetworkReason = { what: 'the connection failed', repair: networkRepair };

/** Codes that mean: an answer began, and what came of it is not usable. */
export const unreadableCodes: ReadonlySet<string> = new Set([
  'Z_DATA_ERROR',
  'Z_BUF_ERROR',
  'ERR__ERROR_FORMAT_PADDING_1',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
]);
