import { useTell } from './tell-context.ts';

/** Copies where a link leads and says so; false for what is no link. */
export const useCopyLink = (): ((opener: HTMLElement | undefined) => boolean) => {
  const tell = useTell();
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    tell({ text: 'The link is copied.' });
  };
  return (opener) => {
    if (!(opener instanceof HTMLAnchorElement)) return false;
    void copy(opener.href);
    return true;
  };
};
