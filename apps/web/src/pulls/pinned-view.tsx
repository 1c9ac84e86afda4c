import { PinIcon } from '@primer/octicons-react';
import { listViews } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { PathLink } from '../ui/path-link.tsx';
import { toViewPath } from './view-address.ts';

/** The view that a team starts with; nothing where it pinned none. */
export const PinnedView = ({ team }: { readonly team: string }) => {
  const view = useAnswer(listViews).data?.views.find((one) => one.isPinned && one.team?.slug === team);
  if (view === undefined) return undefined;
  return (
    <span>
      <PinIcon /> <PathLink path={toViewPath(view)}>{view.name}</PathLink>
    </span>
  );
};
