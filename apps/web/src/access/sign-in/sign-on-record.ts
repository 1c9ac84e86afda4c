import type { Call, SignOnIntent } from '@throughline/contract';
import { beginSignOn } from '@throughline/contract';
import { toReturnPath } from '../../shell/return-path.ts';

const keptAs = 'throughline-sign-on-to';

/** Leads this window to the provider; `to` is the page of ours that opens afterwards. */
export const leaveToSignOn = async (
  call: Call,
  given: { readonly intent: SignOnIntent; readonly to: string; readonly invitation?: string },
): Promise<void> => {
  const { intent, to, invitation } = given;
  const body = { intent, ...(invitation === undefined ? {} : { invitation }) };
  const { url } = await call(beginSignOn, { body });
  sessionStorage.setItem(keptAs, to);
  location.assign(url);
};

/** The page that was left for, once; a page of ours whatever is stored. */
export const takeSignOnTarget = (): string => {
  const to = sessionStorage.getItem(keptAs);
  sessionStorage.removeItem(keptAs);
  return toReturnPath(to);
};
