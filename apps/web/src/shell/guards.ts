import { notFound, type ParsedLocation, redirect } from '@tanstack/react-router';
import { type CurrentUser, getSession } from '@throughline/contract';
import { answerOptions } from '../api/use-answer.ts';
import type { RouteContext } from './route-context.ts';

interface Entering {
  readonly context: RouteContext;
  readonly location: ParsedLocation;
}

/** Who is not signed in signs in first and comes back to the page asked for. */
export const requireReader = async ({ context, location }: Entering): Promise<CurrentUser | undefined> => {
  const { user } = await context.queries.query({
    ...answerOptions(context.api, getSession),
    staleTime: 'static',
  });
  if (user === undefined) {
    redirect({ to: '/signin', search: location.href === '/' ? {} : { to: location.href }, throw: true });
  }
  return user;
};

/** For everybody but administrators these pages look as if they did not exist. */
export const requireAdministrator = async (entering: Entering): Promise<void> => {
  const reader = await requireReader(entering);
  if (reader?.role !== 'administrator') notFound({ throw: true });
};
