import {
  getMyWaysIn,
  getSignInSettings,
  getSignInWays,
  removeSignOnProvider,
  saveSignOnProvider,
  setPasswordSignIn,
} from '@throughline/contract';
import { AppError } from '../../platform/errors/index.ts';
import { recordAudit } from '../audit.sql.ts';
import { handle, handleAnyone, type RouteHandler } from '../handle.ts';
import { loadIdentities } from '../identities.sql.ts';
import { findSignIn } from '../users.sql.ts';
import { loadWorkspace, setPasswordForAll } from '../workspace.sql.ts';
import type { SignOnDependencies } from './ask-provider.client.ts';
import { parseIssuer } from './parse-issuer.ts';
import { signOnReturnPath, signOnRoutes } from './sign-on.routes.ts';
import {
  deleteSignOnProvider,
  findSignOnProvider,
  loadSignOnSecret,
  storeSignOnProvider,
} from './sign-on-provider.sql.ts';

/** How people sign in here: what is offered, single sign-on itself, and what administrators decide about it. */
export const signInRoutes = (deps: SignOnDependencies): RouteHandler[] => [
  ...readRoutes(deps),
  ...signOnRoutes(deps),
  ...settingRoutes(deps),
];

const readRoutes = ({ database }: SignOnDependencies): RouteHandler[] => [
  handleAnyone(getSignInWays, async () => {
    const [{ isPasswordForAll }, provider] = await Promise.all([
      loadWorkspace(database),
      findSignOnProvider(database),
    ]);
    return { isPasswordForAll, ...toNamed(provider?.settings.name) };
  }),

  handle(getSignInSettings, async ({ request }) => {
    const [{ isPasswordForAll }, provider] = await Promise.all([
      loadWorkspace(database),
      findSignOnProvider(database),
    ]);
    const returnUrl = `${request.origin}${signOnReturnPath}`;
    if (provider === undefined) return { isPasswordForAll, returnUrl };
    const changedAt = provider.changedAt.toISOString();
    return { isPasswordForAll, returnUrl, provider: { ...provider.settings, changedAt } };
  }),

  handle(getMyWaysIn, async ({ reader }) => {
    const [found, identities, provider] = await Promise.all([
      findSignIn(database, reader.email),
      loadIdentities(database, reader.userId),
      findSignOnProvider(database),
    ]);
    // Accounts at GitHub are told by what they were connected with.
    const connected = identities.filter(({ issuer }) => issuer === provider?.settings.issuer);
    return {
      hasPassword: found?.passwordHash !== undefined,
      identities: connected.map(({ identityId, label, issuer, connectedAt, usedAt }) => ({
        identityId,
        label,
        issuer,
        connectedAt: connectedAt.toISOString(),
        ...(usedAt === undefined ? {} : { usedAt: usedAt.toISOString() }),
      })),
      ...(connected.length > 0 ? {} : toNamed(provider?.settings.name)),
    };
  }),
];

const toNamed = (name: string | undefined): { readonly provider?: { readonly name: string } } =>
  name === undefined ? {} : { provider: { name } };

const settingRoutes = ({ database, secretBox, loopbackOrigins }: SignOnDependencies): RouteHandler[] => [
  handle(setPasswordSignIn, async ({ body: { isForAll }, reader }) => {
    await database.transaction(async (tx) => {
      await setPasswordForAll(tx, isForAll);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'workspace.password-sign-in',
        subject: 'workspace',
        detail: { isForAll },
      });
    });
    return {};
  }),

  handle(saveSignOnProvider, async ({ body: { clientSecret: given, ...settings }, reader }) => {
    const issuer = parseIssuer(settings.issuer, loopbackOrigins);
    await database.transaction(async (tx) => {
      const before = await findSignOnProvider(tx);
      // A secret goes to whom it was entered for, and to nobody else.
      const isSame = before?.settings.issuer === issuer && before.settings.clientId === settings.clientId;
      const clientSecret = given ?? (isSame ? await loadSignOnSecret(tx, secretBox) : undefined);
      if (clientSecret === undefined) throw secretMissing();
      await storeSignOnProvider(tx, secretBox, { ...settings, issuer }, clientSecret);
      const { name, ...detail } = settings;
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: before === undefined ? 'sign-on.set-up' : 'sign-on.changed',
        subject: 'workspace',
        detail: { ...detail, button: name },
      });
    });
    return {};
  }),

  handle(removeSignOnProvider, async ({ reader }) => {
    await database.transaction(async (tx) => {
      if (!(await deleteSignOnProvider(tx))) return;
      await recordAudit(tx, { actorUserId: reader.userId, action: 'sign-on.removed', subject: 'workspace' });
    });
    return {};
  }),
];

const secretMissing = (): AppError => {
  const problem = 'Enter the client secret: it belongs to this issuer and client id.';
  return new AppError('input-invalid', problem, { fields: { clientSecret: problem } });
};
