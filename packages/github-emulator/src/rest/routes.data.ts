import { appRoutes } from '../apps/app-routes.ts';
import { installationRoutes } from '../apps/installation-routes.ts';
import { publicAppRoutes } from '../apps/public-app-routes.ts';
import { scopedUserTokenRoutes } from '../apps/scoped-user-tokens.ts';
import { userInstallationRoutes } from '../apps/user-installation-routes.ts';
import { applicationTokenRoutes } from '../oauth/application-tokens.ts';
import { credentialRevocationRoutes } from './credential-revocation.ts';
import { issueCommentRoutes } from './issue-comments.ts';
import { membershipRoutes } from './memberships.ts';
import { metaRoutes } from './meta.ts';
import { organisationSettingRoutes } from './organisation-settings.ts';
import { organisationRoutes } from './organisations.ts';
import { ownRepositoryRoutes } from './own-repositories.ts';
import { pullRequestPartRoutes } from './pull-request-parts.ts';
import { pullRequestRoutes } from './pull-requests.ts';
import { repositoryRoutes } from './repositories.ts';
import { repositoryCommentRoutes } from './repository-comments.ts';
import type { Route } from './route.ts';
import { searchRoutes } from './search.ts';
import { userRoutes } from './users.ts';

/** Every REST operation served. */
export const restRoutes: readonly Route[] = [
  ...metaRoutes,
  ...userRoutes,
  ...membershipRoutes,
  ...organisationRoutes,
  ...organisationSettingRoutes,
  ...ownRepositoryRoutes,
  ...repositoryRoutes,
  ...pullRequestRoutes,
  ...pullRequestPartRoutes,
  ...issueCommentRoutes,
  ...repositoryCommentRoutes,
  ...searchRoutes,
  ...applicationTokenRoutes,
  ...scopedUserTokenRoutes,
  ...credentialRevocationRoutes,
  ...appRoutes,
  ...publicAppRoutes,
  ...userInstallationRoutes,
  ...installationRoutes,
];
