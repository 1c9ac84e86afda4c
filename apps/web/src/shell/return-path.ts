/** Where to go after signing in: a page of ours, never another site (`//evil.example`, `/\evil.example`, `https:…`). */
export const toReturnPath = (asked: unknown): string => {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return '/';
  return asked.startsWith('/signin') ? '/' : asked;
};
