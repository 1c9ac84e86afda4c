import { defineRoute } from '@throughline/contract';
import * as z from 'zod';
import { handleAnyone, type RouteHandler } from '../access/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { askDatabase } from './ask-database.sql.ts';

const health = z.object({ status: z.literal('ok') });

const alive: z.output<typeof health> = { status: 'ok' };

const getHealth = defineRoute({
  id: 'getHealth',
  method: 'GET',
  path: '/healthz',
  policy: 'anyone',
  summary: 'Whether the process lives.',
  answer: health,
});

const getReadiness = defineRoute({
  id: 'getReadiness',
  method: 'GET',
  path: '/readyz',
  policy: 'anyone',
  summary: 'Whether the process can serve: its database answers.',
  answer: health,
});

/** For whoever keeps the process alive or sends it its share of the requests; such probes know only an address. */
export const healthRoutes = ({ database }: { readonly database: Sql }): RouteHandler[] => [
  handleAnyone(getHealth, () => alive, { isAnyHostAllowed: true }),
  handleAnyone(
    getReadiness,
    async () => {
      await askDatabase(database);
      return alive;
    },
    { isAnyHostAllowed: true },
  ),
];
