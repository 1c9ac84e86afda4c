import { useParam } from '../ui/use-param.ts';

interface Peek {
  /** The repository of this connection that is looked into. */
  readonly repositoryId: number | undefined;
  readonly open: (repositoryId: number) => void;
  readonly close: () => void;
}

/** Which repository is looked into: `peek=3-41` in the address, the connection's id and the repository's. */
export const usePeek = (connectionId: number): Peek => {
  const [peek, setPeek] = useParam('peek');
  const [, connection, repository] = /^(\d+)-(\d+)$/.exec(peek) ?? [];
  return {
    repositoryId: Number(connection) === connectionId ? Number(repository) : undefined,
    open: (repositoryId) => setPeek(`${connectionId}-${repositoryId}`),
    close: () => setPeek(''),
  };
};
