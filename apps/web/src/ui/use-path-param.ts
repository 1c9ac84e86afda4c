import { useParams } from '@tanstack/react-router';

/** A named part of the page's address, such as `slug` of `/people/$slug`; empty where the address has none. */
export const usePathParam = (name: string): string => {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const value = params[name];
  return typeof value === 'string' ? value : '';
};
