import { Link as PrimerLink } from '@primer/react';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

const Anchor = (props: ComponentPropsWithRef<'a'>) => <PrimerLink {...props} />;

/** A link to a page of ours whose address is known here. */
export const AppLink = createLink(Anchor);
