import type { ReactNode } from 'react';
import { ExternalLink } from '../ui/external-link.tsx';
import { PathLink } from '../ui/path-link.tsx';
import styles from './row-title.module.css';

interface Props {
  readonly title: string;
  /** At GitHub; absent for the demo, whose pull requests have no page there. */
  readonly url: string | undefined;
  /** Our page about it, which the title opens instead. */
  readonly path?: string;
  readonly children: ReactNode;
}

/** A pull request's title, opening its page, with what else names it beneath. Titles are others' text: isolated. */
export const RowTitle = ({ title, url, path, children }: Props) => {
  const name = (
    <bdi dir="auto" className={styles['name']}>
      {title}
    </bdi>
  );
  return (
    <div className={styles['title']}>
      <div>
        {path !== undefined && <PathLink path={path}>{name}</PathLink>}
        {path === undefined && (url === undefined ? name : <ExternalLink href={url}>{name}</ExternalLink>)}
      </div>
      <p className={styles['more']}>{children}</p>
    </div>
  );
};
