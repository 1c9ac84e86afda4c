import type { ReactNode } from 'react';
import { PathLink } from '../ui/path-link.tsx';
import styles from './row-title.module.css';

interface Props {
  readonly title: string;
  /** Our page about it. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A pull request's title, opening its page, with what else names it beneath. Titles are others' text: isolated. */
export const RowTitle = ({ title, path, children }: Props) => (
  <div className={styles['title']}>
    <div>
      <PathLink path={path}>
        <bdi dir="auto" className={styles['name']}>
          {title}
        </bdi>
      </PathLink>
    </div>
    <p className={styles['more']}>{children}</p>
  </div>
);
