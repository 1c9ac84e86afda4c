import { useNavigate, useSearch } from '@tanstack/react-router';

/**
 * A filter that lives in the address. Typing replaces the entry of the history (`isTyped`), choosing adds one; an empty
 * value leaves the address.
 */
export const useParam = (
  name: string,
  { isTyped = false }: { readonly isTyped?: boolean } = {},
): readonly [string, (value: string) => void] => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const value = search[name];
  const setValue = (next: string) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, [name]: next === '' ? undefined : next }),
      replace: isTyped,
      resetScroll: false,
    });
  return [typeof value === 'string' ? value : '', setValue];
};
