import { LinkExternalIcon } from '@primer/octicons-react';
import { Link } from '@primer/react';
import type { ErrorCode } from '@throughline/contract';
import { PathLink } from './path-link.tsx';

/** Where a failure is repaired: a page of ours, or one at GitHub. */
export const FailureLink = ({ link, code }: { readonly link: string; readonly code: ErrorCode }) => {
  if (link.startsWith('/')) return <PathLink path={link}>Go to where this is repaired</PathLink>;
  const words = code === 'github-sso-required' ? 'Authorise it on GitHub' : 'Open on GitHub';
  return (
    <Link href={link} target="_blank" rel="noreferrer">
      {words} <LinkExternalIcon aria-label="opens a new tab" />
    </Link>
  );
};
