import { useLocation } from '@tanstack/react-router';
import { useContext, useEffect, useRef } from 'react';
import { FirstLocation } from './first-location.ts';
import styles from './page-title.module.css';

interface Props {
  readonly children: string;
  /** What stands in the browser's tab where it differs from the heading. */
  readonly tab?: string | undefined;
}

/** The one `h1` of a page: names the browser's tab and takes the focus when one comes from another page. */
export const PageTitle = ({ children, tab = children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useContext(FirstLocation);
  const here = useLocation({ select: ({ pathname }) => pathname });

  useEffect(() => {
    document.title = `${tab} · Throughline`;
  }, [tab]);

  useEffect(() => {
    if (here !== first) heading.current?.focus({ preventScroll: true });
  }, [here, first]);

  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" className={styles['title']}>
      {children}
    </h1>
  );
};
