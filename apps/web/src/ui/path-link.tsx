import { Link } from '@primer/react';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

interface Props {
  /** A page of ours with its query, as the server wrote it; starts with `/`. */
  readonly path: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** True when this is the page that is open. */
  readonly isHere?: boolean;
}

/** A link to a page of ours whose address came from the server or a table. */
export const PathLink = ({ path, children, className, isHere = false }: Props) => {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(path);
  };
  return (
    <Link
      href={path}
      onClick={follow}
      aria-current={isHere ? 'page' : undefined}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Link>
  );
};
