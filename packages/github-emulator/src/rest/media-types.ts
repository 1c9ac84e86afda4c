const served = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/vnd.github+json',
  'application/vnd.github.json',
  'application/vnd.github.v3+json',
  'application/vnd.github.raw+json',
  'application/vnd.github.v3.raw+json',
]);

/** JSON with raw bodies is all there is: no diffs, patches or rendered HTML. */
export function isServedMediaType(accept: string | undefined): boolean {
  if (accept === undefined) return true;
  return accept.split(',').some((one) => {
    const type = one.split(';')[0]?.trim() ?? '';
    return served.has(type) || /^application\/vnd\.github\.[a-z-]+-preview\+json$/.test(type);
  });
}
