import { LinkButton, type LinkButtonProps } from '@primer/react';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Props = ComponentPropsWithRef<'a'> & { readonly variant?: 'default' | 'primary' | 'invisible' };

const Anchor = ({ variant = 'default', ...props }: Props & LinkButtonProps) => (
  <LinkButton {...props} variant={variant} />
);

/** A link to a page of ours that is the way on, so it looks like a button. */
export const AppLinkButton = createLink(Anchor);
