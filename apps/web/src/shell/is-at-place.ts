/** Whether an address lies at a place of the navigation. Home is only itself; of `/people` and `/people/me` the longer one has it. */
export const isAtPlace = (here: string, path: string, others: readonly string[]): boolean => {
  if (!isWithin(here, path)) return false;
  return !others.some((other) => other.length > path.length && isWithin(here, other));
};

const isWithin = (here: string, path: string): boolean =>
  here === path || (path !== '/' && here.startsWith(`${path}/`));
