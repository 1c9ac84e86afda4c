import { appSettingsRoutes } from '../apps/app-settings-page.ts';
import { installRoutes } from '../apps/install-page.ts';
import { installationPageRoutes } from '../apps/installation-page.ts';
import { manifestRoutes } from '../apps/manifest-page.ts';
import { approvalRoutes } from '../oauth/approval-page.ts';
import { connectionRoutes } from '../oauth/connection-page.ts';
import { consentRoutes } from '../oauth/consent-page.ts';
import { exchangeRoutes } from '../oauth/exchange-code.ts';
import { classicTokenRoutes } from '../personal-tokens/classic-token-page.ts';
import { fineGrainedTokenRoutes } from '../personal-tokens/fine-grained-token-page.ts';
import { tokenRequestRoutes } from '../personal-tokens/token-requests-page.ts';
import { tokenSettingsRoutes } from '../personal-tokens/token-settings-page.ts';
import { loginRoutes } from './login-page.ts';
import { ssoRoutes } from './sso-page.ts';
import type { WebRoute } from './web-route.ts';

/** Every page, and what forms are sent to. */
export const webRoutes: readonly WebRoute[] = [
  ...loginRoutes,
  ...ssoRoutes,
  ...consentRoutes,
  ...exchangeRoutes,
  ...connectionRoutes,
  ...approvalRoutes,
  ...manifestRoutes,
  ...appSettingsRoutes,
  ...installRoutes,
  ...installationPageRoutes,
  ...classicTokenRoutes,
  ...fineGrainedTokenRoutes,
  ...tokenSettingsRoutes,
  ...tokenRequestRoutes,
];
