import { roles } from '../house.data.ts';

const serverRoot = 'apps/server/src/';

/** The workspace a path lies in, such as `apps/server` or `tools`; undefined for the root's own files. */
export function findWorkspace(path: string): string | undefined {
  return /^((?:apps|packages)\/[^/]+|tools|e2e|bench|long)\//.exec(path)?.[1];
}

/** The slice of the server a path lies in; undefined elsewhere and for the composition root's own files and tests. */
export function findSlice(path: string): string | undefined {
  if (!path.startsWith(serverRoot)) return undefined;
  const [slice, rest] = path.slice(serverRoot.length).split(/\/(.*)/);
  return rest === undefined || slice === 'testing' ? undefined : slice;
}

/**
 * The room a path lies in: inside one, anything may import anything; from another, only its door.
 * A slice is a room, and so is each folder of `platform`.
 */
export function findRoom(path: string): string | undefined {
  const slice = findSlice(path);
  if (slice !== 'platform') return slice;
  const [folder, rest] = path.slice(`${serverRoot}platform/`.length).split(/\/(.*)/);
  return rest === undefined ? slice : `platform/${folder}`;
}

export function isServerFile(path: string): boolean {
  return path.startsWith(serverRoot);
}

/** Tests and what only tests use. */
export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)testing\//.test(path);
}

/** The role that a file's name declares: `x.sql.ts` has the role `sql`. */
export function findRole(path: string): (typeof roles)[number] | undefined {
  return roles.find((role) => path.endsWith(`.${role}.ts`));
}

/** Whether a file of the server is the door of its room; an `index.ts` further in is none. */
export function isDoor(path: string): boolean {
  return path === `${serverRoot}${findRoom(path)}/index.ts`;
}
