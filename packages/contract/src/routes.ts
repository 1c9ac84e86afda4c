import * as access from './access.ts';
import * as acting from './acting.ts';
import * as attention from './attention.ts';
import * as audit from './audit.ts';
import * as briefs from './briefs.ts';
import * as connecting from './connect.ts';
import * as connection from './connection.ts';
import * as doctor from './doctor.ts';
import * as githubAccess from './github-access.ts';
import * as githubApps from './github-apps.ts';
import * as githubTeams from './github-teams.ts';
import * as identity from './identity.ts';
import * as ingestion from './ingestion.ts';
import * as keys from './keys.ts';
import * as metrics from './metrics.ts';
import * as myData from './my-data.ts';
import * as news from './news.ts';
import * as oauthApps from './oauth-apps.ts';
import * as ownAccount from './own-account.ts';
import * as people from './people.ts';
import * as peopleActs from './people-acts.ts';
import * as peopleFiles from './people-files.ts';
import * as peopleRobots from './people-robots.ts';
import * as pullRequest from './pull-request.ts';
import * as reports from './reports.ts';
import * as repositories from './repositories.ts';
import type { Route } from './route.ts';
import * as searching from './search.ts';
import * as signIn from './sign-in.ts';
import * as syncPlan from './sync-plan.ts';
import * as syncRepositories from './sync-repositories.ts';
import * as teamImports from './team-imports.ts';
import * as teamWeek from './team-week.ts';
import * as teams from './teams.ts';
import * as views from './views.ts';
import * as visibility from './visibility.ts';
import * as workspace from './workspace.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'policy' in value && 'path' in value;

/** Every operation of the API, for OpenAPI, for the route matrix and for the command line. */
export const routes: readonly Route[] = [
  access,
  signIn,
  workspace,
  audit,
  keys,
  connecting,
  oauthApps,
  githubAccess,
  githubApps,
  connection,
  acting,
  ownAccount,
  ingestion,
  syncRepositories,
  syncPlan,
  people,
  myData,
  peopleActs,
  identity,
  peopleRobots,
  peopleFiles,
  teams,
  githubTeams,
  teamImports,
  teamWeek,
  visibility,
  reports,
  news,
  pullRequest,
  views,
  metrics,
  attention,
  repositories,
  searching,
  briefs,
  doctor,
]
  .flatMap((slice) => Object.values(slice) as unknown[]) // as: the modules' exports, told apart below
  .filter(isRoute);
