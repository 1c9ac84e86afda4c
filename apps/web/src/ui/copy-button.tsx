import { CheckIcon, CopyIcon } from '@primer/octicons-react';
import { Button, IconButton } from '@primer/react';
import { useEffect, useState } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  readonly text: string;
  /** What is copied: "Copy the link". */
  readonly label: string;
  /** True where the label stands beside the icon. */
  readonly isWide?: boolean;
}

/** Copies a text; the icon turns to a tick and "Copied" is spoken. */
export const CopyButton = ({ text, label, isWide = false }: Props) => {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  const icon = isCopied ? CheckIcon : CopyIcon;

  return (
    <>
      {isWide ? (
        <Button leadingVisual={icon} onClick={() => void copy()}>
          {label}
        </Button>
      ) : (
        <IconButton
          icon={icon}
          aria-label={label}
          size="small"
          variant="invisible"
          onClick={() => void copy()}
        />
      )}
      <output>{isCopied && <VisuallyHidden>Copied</VisuallyHidden>}</output>
    </>
  );
};
