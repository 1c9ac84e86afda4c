const windowLength = 12;

/** Looks for secrets, in every form and by every twelve characters of them. */
export interface CanaryFinder {
  /** What of which secret stands in a text, in words; where it was found comes before it. */
  find(where: string, text: string): readonly string[];
}

export function createCanaryFinder(canaries: Readonly<Record<string, string>>): CanaryFinder {
  const kinds = new Map<string, string>();
  for (const [kind, secret] of Object.entries(canaries)) {
    for (const form of toSecretParts(secret).flatMap(toForms)) {
      for (const piece of listWindows(form)) kinds.set(piece, kind);
    }
  }
  return {
    find: (where, text) => {
      const found = new Set<string>();
      for (const piece of listWindows(text)) {
        const kind = kinds.get(piece);
        if (kind !== undefined) found.add(`${where}: ${kind}`);
      }
      return [...found];
    },
  };
}

/** The first and last lines of a private key are everybody's; so is how the first of its numbers begins. */
const toSecretParts = (secret: string): readonly string[] =>
  secret.startsWith('-----BEGIN') ? secret.trim().split('\n').slice(2, -1) : [secret];

/** How a text may lie in others: as it is, in an address, in JSON, in hexadecimal digits, in Base64 at each of three offsets. */
function toForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((offset) => Buffer.concat([Buffer.alloc(offset), bytes]));
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    // The outermost characters depend on what stands beside it.
    ...base64.flatMap((padded) => [
      padded.toString('base64').slice(4, -4),
      padded.toString('base64url').slice(4, -4),
    ]),
  ];
}

function* listWindows(text: string): Iterable<string> {
  for (let start = 0; start + windowLength <= text.length; start += 1) {
    yield text.slice(start, start + windowLength);
  }
}
