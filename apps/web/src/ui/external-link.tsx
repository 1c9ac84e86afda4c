import { LinkExternalIcon } from '@primer/octicons-react';
import { Link } from '@primer/react';
import type { ReactNode } from 'react';

/** A page elsewhere, usually at GitHub, in a new tab. */
export const ExternalLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <Link href={href} target="_blank" rel="noreferrer">
    {children} <LinkExternalIcon size={12} aria-label="(opens a new tab)" />
  </Link>
);
