import { readData } from '@throughline/contract';
import * as z from 'zod';

/** What will be needed when somebody comes back from a sign-in by an OAuth app. */
export const oauthAttempt = z.object({
  registrationId: z.number().int(),
  data: z.array(readData),
  /** The same as when the code was asked for. */
  redirectUri: z.string(),
});
export type OauthAttempt = z.output<typeof oauthAttempt>;
