import { LinkIcon } from '@primer/octicons-react';
import { ActionList, ActionMenu, Button } from '@primer/react';
import type { Period, PullParams } from '@throughline/contract';
import { useTell } from '../ui/tell-context.ts';
import { isRelative, toFixedDates } from './fixed-dates.ts';
import { toViewAddress } from './view-address.ts';

interface Props {
  readonly params: PullParams;
  /** As the server understood it. */
  readonly period: Period | undefined;
}

/** Copies where the list is; of a relative period also what it is today, for whoever reads the link later. */
export const CopyListLink = ({ params, period }: Props) => {
  const tell = useTell();
  const copy = async (given: PullParams, said: string) => {
    await navigator.clipboard.writeText(new URL(toViewAddress(given), window.location.origin).href);
    tell({ text: said });
  };
  const copyAsIs = () => void copy(params, 'The link is copied.');
  // By the address, so that what one is about to press does not change when the list is here.
  if (!isRelative(params['period']?.[0])) {
    return (
      <Button leadingVisual={LinkIcon} onClick={copyAsIs}>
        Copy link
      </Button>
    );
  }
  const fixed = toFixedDates(period);
  return (
    <ActionMenu>
      <ActionMenu.Button leadingVisual={LinkIcon}>Copy link</ActionMenu.Button>
      <ActionMenu.Overlay width="medium">
        <ActionList>
          <ActionList.Item onSelect={copyAsIs}>
            As it is
            <ActionList.Description>{params['period']?.[0]}, whenever it is opened</ActionList.Description>
          </ActionList.Item>
          {fixed !== undefined && (
            <ActionList.Item
              onSelect={() =>
                void copy({ ...params, period: [fixed] }, 'The link with today’s dates is copied.')
              }
            >
              With today’s dates
              <ActionList.Description>{fixed}, for good</ActionList.Description>
            </ActionList.Item>
          )}
        </ActionList>
      </ActionMenu.Overlay>
    </ActionMenu>
  );
};
