import { action, allReadData, readData } from '@throughline/contract';
import * as z from 'zod';

const host = z.object({
  kind: z.enum(['github.com', 'enterprise-server', 'data-residency', 'demo']),
  baseUrl: z.string(),
  name: z.string(),
  caCertificate: z.string().optional(),
  isPrivateAllowed: z.boolean(),
});

/** What making an App was begun with. */
export const manifestAttempt = z.object({
  host: host.transform((given) => ({ ...given, caCertificate: given.caCertificate })),
  /** The organisation it shall belong to; absent: whoever is signed in at GitHub. */
  organisation: z.string().optional(),
  data: z.array(readData).default([...allReadData]),
  /** Of an App that acts: for which connection, and what. It reads nothing. */
  acting: z.object({ connectionId: z.number(), actions: z.array(action) }).optional(),
  origin: z.string(),
});
export type ManifestAttempt = z.output<typeof manifestAttempt>;

/** What listing an App's organisations was begun with. */
export const organisationsAttempt = z.object({
  registrationId: z.number(),
  data: z.array(readData),
  redirectUri: z.string(),
});
