import { type ComponentType, lazy } from 'react';
import type { StepProps } from './step-props.ts';
import { TokenWay } from './token-way.tsx';
import type { ConnectWay } from './wizard-state.ts';

const AppWay = lazy(async () => ({ default: (await import('../apps/app-way.tsx')).AppWay }));
const OauthWay = lazy(async () => ({ default: (await import('../oauth/oauth-way.tsx')).OauthWay }));

interface Way {
  readonly way: ConnectWay;
  readonly name: string;
  readonly caption: string;
  readonly Step: ComponentType<StepProps>;
}

/** The ways of connecting, the one that asks for least first. */
export const connectWays: readonly Way[] = [
  {
    way: 'app',
    name: 'GitHub App',
    caption: 'Reading only, an hour’s quota for each organisation, and it outlives whoever sets it up.',
    Step: AppWay,
  },
  {
    way: 'token',
    name: 'Personal access token',
    caption: 'Of a member of the organisation. It ends when GitHub says so, or when they leave.',
    Step: TokenWay,
  },
  {
    way: 'oauth',
    name: 'OAuth app',
    caption:
      'You sign in with GitHub by an app of your own. For private repositories it asks for more than reading.',
    Step: OauthWay,
  },
];
