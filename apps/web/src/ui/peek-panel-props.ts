import type { ReactNode } from 'react';

export interface PeekPanelProps {
  /** What is looked into, as its page is called. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
