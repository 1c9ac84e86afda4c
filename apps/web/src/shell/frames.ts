import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { BareFrame } from './bare-frame.tsx';
import { requireAdministrator, requireReader } from './guards.ts';
import type { RouteContext } from './route-context.ts';
import { ShellFrame } from './shell-frame.tsx';

export const rootRoute = createRootRouteWithContext<RouteContext>()();

/** Pages before one is in: nothing but the page. */
export const bareRoute = createRoute({ getParentRoute: () => rootRoute, id: 'bare', component: BareFrame });

/** The first steps of an administrator: nothing but the page. */
export const firstStepsRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'first-steps',
  component: BareFrame,
  beforeLoad: async (entering) => {
    await requireAdministrator(entering);
  },
});

/** Pages with the navigation beside them. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: ShellFrame,
  beforeLoad: async (entering) => {
    await requireReader(entering);
  },
});

/** Pages with the navigation beside them, for administrators. */
export const administratorRoute = createRoute({
  getParentRoute: () => shellRoute,
  id: 'administrator',
  beforeLoad: async (entering) => {
    await requireAdministrator(entering);
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
