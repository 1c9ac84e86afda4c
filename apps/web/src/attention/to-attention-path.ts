const order = ['team', 'repo', 'kind', 'show', 'limits'] as const;

/** The address of a list of what waits; parameters stand in a fixed order, absent ones not at all. */
export const toAttentionPath = (
  params: Readonly<Partial<Record<(typeof order)[number], string | undefined>>>,
): string => {
  const given = order.flatMap((name) => {
    const value = params[name];
    return value === undefined
      ? []
      : [`${name}=${encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%40', '@')}`];
  });
  return given.length === 0 ? '/attention' : `/attention?${given.join('&')}`;
};

/** The address of a team's exceptions. */
export const toExceptionsPath = (
  slug: string,
  { period, kind }: { readonly period?: string | undefined; readonly kind?: string | undefined },
): string => {
  const given = [
    ...(kind === undefined ? [] : [`kind=${kind}`]),
    ...(period === undefined ? [] : [`period=${encodeURIComponent(period)}`]),
  ];
  return `/teams/${slug}/exceptions${given.length === 0 ? '' : `?${given.join('&')}`}`;
};
