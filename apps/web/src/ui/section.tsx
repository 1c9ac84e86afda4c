import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface Props {
  readonly title: string;
  /** Beside the title: a count, a link, one small command. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of a page. */
export const Section = ({ title, aside, children }: Props) => {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
};
