import type { GraphQLSchema } from 'graphql';
import type { GithubApps } from './apps/github-app.ts';
import type { Installations } from './apps/installations.ts';
import type { Manifests } from './apps/manifests.ts';
import type { UserTokens } from './apps/user-tokens.ts';
import type { FaultStore } from './faults/fault-store.ts';
import type { PlannedFaults } from './faults/planned-faults.ts';
import type { RequestParser } from './graphql/parse-request.ts';
import type { Ledger } from './http/ledger.ts';
import type { Unserved } from './http/unserved.ts';
import type { Urls } from './http/urls.ts';
import type { PrimaryLimits } from './limits/primary.ts';
import type { SecondaryLimits } from './limits/secondary.ts';
import type { ScenarioClock } from './model/clock.ts';
import type { Random } from './model/random.ts';
import type { Settings, Shape } from './model/settings.ts';
import type { EnterpriseServerVersion } from './model/versions.data.ts';
import type { Oauth } from './oauth/oauth.ts';
import type { RepositoryComments } from './reading/repository-comments.ts';
import type { AccessRules } from './tokens/access.ts';
import type { Authentication } from './tokens/authenticate.ts';
import type { OrganisationPolicies } from './tokens/organisation-policies.ts';
import type { TokenStore } from './tokens/token-store.ts';
import type { Sessions } from './web/sessions.ts';
import type { Scenario } from './world/create-scenario.ts';
import type { AccountRecord, World } from './world/model.ts';

/** Everything one running emulator is made of; handed to every route and resolver. */
export type Emulator = {
  readonly shape: Shape;
  /** Of Enterprise Server, where that is the shape. */
  readonly enterpriseVersion: EnterpriseServerVersion;
  readonly world: World;
  readonly settings: Settings;
  /** Where time goes on and things happen to `world`. */
  readonly scenario: Scenario;
  readonly clock: ScenarioClock;
  readonly random: Random;
  readonly urls: Urls;
  readonly tokens: TokenStore;
  readonly apps: GithubApps;
  readonly installations: Installations;
  readonly manifests: Manifests;
  readonly userTokens: UserTokens;
  /** Of the world, or an app's bot. */
  findAccount(id: number): AccountRecord | undefined;
  readonly oauth: Oauth;
  readonly sessions: Sessions;
  readonly policies: OrganisationPolicies;
  readonly access: AccessRules;
  readonly authenticate: (authorization: string | undefined) => Authentication;
  readonly primary: PrimaryLimits;
  readonly secondary: SecondaryLimits;
  readonly ledger: Ledger;
  readonly faults: FaultStore;
  readonly plannedFaults: PlannedFaults;
  readonly unserved: Unserved;
  readonly schema: GraphQLSchema;
  readonly parseRequest: RequestParser;
  readonly comments: RepositoryComments;
};
