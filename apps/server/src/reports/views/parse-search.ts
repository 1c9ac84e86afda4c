/** An address of ours in its two parts. */
export function parseSearch(address: string): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '', ...rest] = address.split('?');
  return { path, query: new URLSearchParams(rest.join('?')) };
}
