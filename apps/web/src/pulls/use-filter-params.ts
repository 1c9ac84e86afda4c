import { useSearch } from '@tanstack/react-router';

/** The named parameters of the address, those that are there once. */
export const useFilterParams = <Name extends string>(
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') found[name] = value;
  }
  return found;
};
