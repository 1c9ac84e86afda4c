/** What an address of a host needs, or undefined when it can be tried. The server decides whether it may be reached. */
export const findHostNeed = (address: string): string | undefined => {
  const text = address.trim();
  if (text === '') return 'Enter the address, such as github.example.com.';
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return 'This is not an address. Enter a name such as github.example.com.';
  const { protocol, username, search, hash } = new URL(withScheme);
  if (protocol !== 'https:' && protocol !== 'http:') return 'Enter an address that begins with https://.';
  if (username !== '') return 'Leave names and passwords out of the address; the token comes next.';
  if (search !== '' || hash !== '') return 'Enter only the host, such as github.example.com.';
  return undefined;
};
