import { CliFailure } from '../failures/cli-failure.ts';
import { exitCodes } from '../failures/exit-codes.data.ts';
import { toPlain } from '../text/plain-text.ts';

interface Named {
  readonly connection: { readonly name: string; readonly organisation: string };
}

/** The connections that are meant: of this name, or else of this organisation, or all. A name that is none is wrong usage. */
export function chooseConnections<Connection extends Named>(
  connections: readonly Connection[],
  name: string | undefined,
): readonly Connection[] {
  if (name === undefined) return connections;
  const wanted = name.toLowerCase();
  const found = findNamed(connections, 'name', wanted) ?? findNamed(connections, 'organisation', wanted);
  if (found !== undefined) return found;
  const names = connections.map(({ connection }) => toPlain(connection.name)).join(', ');
  throw new CliFailure(exitCodes.wrongUsage, {
    code: 'connection-unknown',
    message:
      names === ''
        ? `There is no connection “${toPlain(name)}”, and no other. Connect GitHub in Settings → GitHub Integration.`
        : `There is no connection “${toPlain(name)}”. Take one of ${names}, or leave --connection out for all.`,
  });
}

function findNamed<Connection extends Named>(
  connections: readonly Connection[],
  by: 'name' | 'organisation',
  wanted: string,
): readonly Connection[] | undefined {
  const found = connections.filter(({ connection }) => connection[by].toLowerCase() === wanted);
  return found.length === 0 ? undefined : found;
}

/** The failure of a command that needs a connection where there is none. */
export const nothingConnected = (origin: string): CliFailure =>
  new CliFailure(exitCodes.failed, {
    code: 'nothing-connected',
    message: 'Nothing is connected yet, so there is nothing to read. Connect GitHub first.',
    link: `${origin}/settings/github/new`,
  });
