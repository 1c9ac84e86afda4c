import { CopyIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { PersonPage } from '@throughline/contract';
import { useState } from 'react';
import { useCommands } from '../ui/commands.ts';
import { PersonShippedDialog } from './person-shipped-dialog.tsx';

/** The page's main action: what was shipped, to take along. */
export const PersonShippedCopy = ({ page }: { readonly page: PersonPage }) => {
  const [isOpen, setIsOpen] = useState(false);
  const name = page.isMe ? 'Copy what I shipped' : 'Copy what was shipped';
  useCommands([{ name, act: () => setIsOpen(true) }]);
  if (page.accounts.length === 0) return undefined;
  return (
    <>
      <Button variant="primary" leadingVisual={CopyIcon} onClick={() => setIsOpen(true)}>
        {name}
      </Button>
      {isOpen && <PersonShippedDialog page={page} onClose={() => setIsOpen(false)} />}
    </>
  );
};
