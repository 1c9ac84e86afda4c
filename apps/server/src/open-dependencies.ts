import { type ClientPool, createClientPool, createDemoProcess } from './github-access/index.ts';
import { loadChosenIds } from './ingestion/index.ts';
import { createEgress, type Egress } from './platform/egress/index.ts';
import { openSecretBox, type SecretBox } from './platform/secrets/index.ts';
import type { RoleContext } from './role-context.ts';

/** What slices are composed upon besides the role's context. */
export interface Dependencies extends RoleContext {
  readonly secretBox: SecretBox;
  readonly clients: ClientPool;
  readonly egress: Egress;
  readonly loopbackOrigins: readonly string[];
  /** Ends what was opened for them. */
  close(): Promise<void>;
}

/** Opens the keys, the one way out, and the clients that use both. Throws `key-file-missing` or `key-file-wrong`. */
export async function openDependencies(context: RoleContext): Promise<Dependencies> {
  const { configuration, database, clock, secretMask, role, logger } = context;
  const secretBox = await openSecretBox({
    database,
    keyFilePath: configuration.keyFile,
    clock,
    secretMask,
    holder: role,
    onTrouble: (error) =>
      logger.warn({ err: error }, 'The key file cannot be followed; the keys of before stay in use'),
  });
  const egress = createEgress({ allow: { loopbackOrigins: configuration.loopbackOrigins } });
  const demo = createDemoProcess();
  return {
    ...context,
    secretBox,
    egress,
    loopbackOrigins: configuration.loopbackOrigins,
    clients: createClientPool({
      database,
      secretBox,
      secretMask,
      egress,
      clock,
      demo,
      loadChosen: loadChosenIds,
      hasClassicTokens: configuration.installationTokens === 'classic',
    }),
    close: async () => {
      demo.close();
      await egress.close();
      await secretBox.close();
    },
  };
}
