import { parseArgs } from 'node:util';
import { recordAudit } from './access/index.ts';
import { callForNewCredentials } from './github-access/index.ts';
import { openRunningDatabase } from './open-running-database.ts';
import { systemClock } from './platform/clock/index.ts';
import { type Configuration, checkoutFolder, parseConfiguration } from './platform/configuration/index.ts';
import { AppError } from './platform/errors/index.ts';
import { giveUpLostKeys, rotateKeys } from './platform/secrets/index.ts';
import { createDatabase, type Database, type Sql } from './platform/sql/index.ts';
import { prepareDatabase } from './prepare-database.ts';
import { toExitCode, toRefusal } from './refusal.ts';
import { listSealedColumns } from './sealed-columns.ts';

const usage =
  'Usage: npm run rotate-keys [-- --give-up-lost-keys]\n' +
  '  without more         seals every stored secret with a new key, while Throughline runs, and retires the old one\n' +
  '  --give-up-lost-keys  lets Throughline start again after its keys were lost for good; credentials are entered anew';

const isGivingUp = (args: readonly string[]): boolean => {
  const options = { 'give-up-lost-keys': { type: 'boolean', default: false } } as const;
  try {
    return parseArgs({ args: [...args], options }).values['give-up-lost-keys'];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('configuration-invalid', `${reason}\n${usage}`, { cause: error });
  }
};

const say = (sentence: string): void => console.log(sentence);

const audit =
  (action: 'keys.rotated' | 'keys.given-up') =>
  (tx: Sql, keyIds: readonly string[]): Promise<void> =>
    recordAudit(tx, { action, subject: 'keys', detail: { keys: keyIds } });

const work = async (database: Database, { keyFile }: Configuration, givesUp: boolean): Promise<void> => {
  const options = { database, keyFilePath: keyFile, clock: systemClock, say };
  const onGivenUp = async (tx: Sql, keyIds: readonly string[]): Promise<void> => {
    await callForNewCredentials(tx, keyIds);
    await audit('keys.given-up')(tx, keyIds);
  };
  if (givesUp) await giveUpLostKeys({ ...options, onGivenUp });
  else await rotateKeys({ ...options, columns: listSealedColumns(), onRetired: audit('keys.rotated') });
};

const run = async (args: readonly string[]): Promise<void> => {
  const givesUp = isGivingUp(args);
  const configuration = parseConfiguration(process.env, checkoutFolder);
  await using running = await openRunningDatabase(configuration);
  await prepareDatabase(running.url);
  const database = createDatabase(running.url, {
    applicationName: 'throughline rotate-keys',
    statementTimeoutMs: 60_000,
  });
  try {
    await work(database, configuration, givesUp);
  } finally {
    await database.close();
  }
};

/** `npm run rotate-keys`: see the operator's guide. */
try {
  await run(process.argv.slice(2));
  // A server that was found running is watched for its end, which would keep this process waiting.
  process.exit(0);
} catch (error) {
  const refusal = toRefusal(error);
  console.error(`The keys are not rotated (${refusal.code}): ${refusal.message}`);
  process.exit(toExitCode(refusal));
}
