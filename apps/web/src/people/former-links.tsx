import type { AccountLink } from '@throughline/contract';
import { Moment } from '../ui/moment.tsx';
import { AccountList } from './account-list.tsx';

/** Links that ended, with their dates. */
export const FormerLinks = ({ links }: { readonly links: readonly AccountLink[] }) => (
  <AccountList
    items={links.map((link) => ({
      key: String(link.accountLinkId),
      account: link.account,
      evidence: [],
      note: (
        <>
          Linked <Moment at={link.linkedAt} />
          {link.linkedBy !== undefined && ` by ${link.linkedBy}`}
          {link.unlinkedAt !== undefined && (
            <>
              , unlinked <Moment at={link.unlinkedAt} />
              {link.unlinkedBy !== undefined && ` by ${link.unlinkedBy}`}
            </>
          )}
        </>
      ),
    }))}
  />
);
