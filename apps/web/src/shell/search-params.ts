/** Query parameters as text, in the order given; the same name twice is a list. */
export type SearchParams = Readonly<Record<string, string | readonly string[]>>;

/** Reads an address's query without interpreting values: `2026` stays a text, so that addresses read as they are written. */
export const parseSearch = (text: string): SearchParams => {
  const found: Record<string, string | readonly string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    found[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  return found;
};

/** Writes a query; undefined and empty values are left out, which is how a default stays out of the address. */
export const toSearch = (params: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(params)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (isWritten(value)) query.append(name, String(value));
    }
  }
  // A path, a person's name or a period reads better unescaped, and these characters are safe in a query.
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%40', '@');
  return text === '' ? '' : `?${text}`;
};

const isWritten = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
