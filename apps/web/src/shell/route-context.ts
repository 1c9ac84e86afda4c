import type { QueryClient } from '@tanstack/react-query';
import type { Call } from '@throughline/contract';

/** What routes have before a page is shown. */
export interface RouteContext {
  readonly queries: QueryClient;
  readonly api: Call;
}
