import { Label } from '@primer/react';
import { PathLink } from '../ui/path-link.tsx';

interface Props {
  readonly person: { readonly slug: string; readonly name: string; readonly isDemo: boolean };
}

/** A person's name, opening their page. */
export const PersonName = ({ person: { slug, name, isDemo } }: Props) => (
  <>
    <PathLink path={`/people/${slug}`}>
      <bdi dir="auto">{name}</bdi>
    </PathLink>{' '}
    {isDemo && <Label variant="secondary">demo</Label>}
  </>
);
