import type { ReactNode } from 'react';
import styles from './page.module.css';
import { PageTitle } from './page-title.tsx';

interface Props {
  readonly title: string;
  readonly tab?: string;
  /** Above the title: where this page lies. */
  readonly trail?: ReactNode;
  /** What the page answers, in one sentence; undefined while it is awaited, which keeps its place. */
  readonly sentence?: ReactNode;
  /** In the title row: a state, or a command of little weight. */
  readonly aside?: ReactNode;
  /** The one main action. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** A page's frame: title row, sentence, content. On a narrow screen the main action stands at the foot. */
export const Page = (props: Props) => {
  const { title, tab, trail, sentence, aside, action, children } = props;
  return (
    <div className={styles['page']}>
      {trail !== undefined && (
        <nav className={styles['trail']} aria-label="Where this page lies">
          {trail}
        </nav>
      )}
      <div className={styles['head']}>
        <PageTitle tab={tab}>{title}</PageTitle>
        {aside}
        {Boolean(action) && <div className={styles['action']}>{action}</div>}
      </div>
      {'sentence' in props && <p className={styles['sentence']}>{sentence}</p>}
      {children}
    </div>
  );
};
