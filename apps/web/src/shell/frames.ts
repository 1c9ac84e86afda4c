import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { getSession } from '@throughline/contract';
import type { ComponentType } from 'react';
import { answerOptions } from '../api/use-answer.ts';
import { BareFrame } from './bare-frame.tsx';
import type { RouteContext } from './route-context.ts';
import { ShellFrame } from './shell-frame.tsx';

export const rootRoute = createRootRouteWithContext<RouteContext>()();

/** Pages before one is in: nothing but the page. */
export const bareRoute = createRoute({ getParentRoute: () => rootRoute, id: 'bare', component: BareFrame });

/** Pages with the navigation beside them. Who is not signed in signs in first and comes back. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: ShellFrame,
  beforeLoad: async ({ context, location }) => {
    const { user } = await context.queries.query({
      ...answerOptions(context.api, getSession),
      staleTime: 'static',
    });
    if (user === undefined) {
      redirect({ to: '/signin', search: location.href === '/' ? {} : { to: location.href }, throw: true });
    }
  },
});

type Module<Name extends string> = Readonly<Record<Name, ComponentType>>;

/** One page: its code comes when it is opened, or when a link to it is hovered or focused. */
export const page = <Parent extends AnyRoute, Path extends string, Name extends string>(
  parent: Parent,
  path: Path,
  load: () => Promise<Module<Name>>,
  name: Name,
) => createRoute({ getParentRoute: () => parent, path, component: lazyRouteComponent(load, name) });
