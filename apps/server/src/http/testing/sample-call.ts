const samples: Readonly<Record<string, string>> = { token: 'A'.repeat(43), slug: 'nobody', login: 'acme' };

/** An address of a route with parameters of the right form, which name nothing that is there. */
export const toSamplePath = ({ path }: { readonly path: string }): string =>
  path.replace(/:(\w+)/g, (_, name: string) => samples[name] ?? '999999');
