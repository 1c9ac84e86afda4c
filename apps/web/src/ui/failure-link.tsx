import type { ErrorCode } from '@throughline/contract';
import { ExternalLink } from './external-link.tsx';
import { PathLink } from './path-link.tsx';

/** Where a failure is repaired: a page of ours, or one at GitHub. */
export const FailureLink = ({ link, code }: { readonly link: string; readonly code: ErrorCode }) => {
  if (link.startsWith('/')) return <PathLink path={link}>Go to where this is repaired</PathLink>;
  const words = code === 'github-sso-required' ? 'Authorise it on GitHub' : 'Open on GitHub';
  return <ExternalLink href={link}>{words}</ExternalLink>;
};
