import type { PersonPage } from '@throughline/contract';
import { PartTabs } from '../ui/part-tabs.tsx';

/** The parts of a person's page, each with its count; a count opens exactly its rows. */
export const PersonTabs = ({ page: { slug, shipped, reviews, isMe } }: { readonly page: PersonPage }) => (
  <PartTabs
    label="Parts of this page"
    tabs={[
      { path: `/people/${slug}`, name: 'Overview', isHere: true },
      { path: shipped.rows, name: 'Pull requests', count: shipped.value },
      { path: reviews.rows, name: 'Reviews', count: reviews.value },
      ...(isMe ? [{ path: '/settings/me?tab=stored', name: 'What is stored' }] : []),
    ]}
  />
);
