import type { ReactNode } from 'react';
import styles from './section.module.css';

interface Props {
  readonly title: string;
  /** Beside the title: a count, a link, one small command. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. Headings lead readers through it; it is no landmark, for there may be many. */
export const Section = ({ title, aside, children }: Props) => (
  <section className={styles['section']}>
    <div className={styles['head']}>
      <h2 className={styles['title']}>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
);
