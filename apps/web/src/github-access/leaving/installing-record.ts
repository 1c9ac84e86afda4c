import { readData } from '@throughline/contract';
import * as z from 'zod';

/** Whose installing this browser waits for: GitHub leads back from it without saying which App it was. */
const installing = z.object({
  registrationId: z.number().int(),
  data: z.array(readData),
  at: z.number(),
});
type Installing = Pick<z.output<typeof installing>, 'registrationId' | 'data'>;

const storedAs = 'throughline-installing';
const longestMs = 3600 * 1000;

/** Notes that somebody is about to install an App on GitHub. */
export const rememberInstalling = ({ registrationId, data }: Installing): void =>
  localStorage.setItem(storedAs, JSON.stringify({ registrationId, data, at: Date.now() }));

/** Notes that whoever comes back from installing an App is led nowhere else. */
export const forgetInstalling = (): void => localStorage.removeItem(storedAs);

/** The App that was about to be installed in the last hour. */
export const findInstalling = (): Installing | undefined => {
  try {
    const held = installing.safeParse(JSON.parse(localStorage.getItem(storedAs) ?? '')).data;
    return held !== undefined && held.at > Date.now() - longestMs ? held : undefined;
  } catch {
    return undefined;
  }
};
