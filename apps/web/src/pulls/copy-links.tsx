import { CopyIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { PullRequestRow } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';
import { useTell } from '../ui/tell-context.ts';

/** Copies titles with their links, a line each: what is done with selected pull requests. */
export const CopyLinks = ({ rows }: { readonly rows: readonly PullRequestRow[] }) => {
  const tell = useTell();
  const copy = async () => {
    const lines = rows.map(
      ({ title, path, url }) => `${title}\t${url ?? `${window.location.origin}${path}`}`,
    );
    await navigator.clipboard.writeText(lines.join('\n'));
    tell({ text: `${toCount(rows.length, 'link')} copied.` });
  };
  return (
    <Button size="small" leadingVisual={CopyIcon} onClick={() => void copy()}>
      Copy {toCount(rows.length, 'link')}
    </Button>
  );
};
