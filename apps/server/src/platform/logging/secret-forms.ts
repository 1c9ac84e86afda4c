/** How a secret may look in a log line: as it is, and in the encodings that headers, addresses and JSON give it. */
export function toSecretForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('hex'),
    ...toBase64Cores(bytes),
  ];
  return [...new Set(forms)];
}

/**
 * Base64 of any text that contains the secret holds one of three cores, depending on how many bytes stand before it
 * (a multiple of three, plus 0, 1 or 2). The outermost characters also depend on the neighbours and are left off.
 */
function toBase64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    return [padded.toString('base64').slice(first, last), padded.toString('base64url').slice(first, last)];
  });
}
