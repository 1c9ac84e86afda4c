import { ActionList, ActionMenu, Button, SegmentedControl } from '@primer/react';
import { type RepositoryGroup, repositoryGroups, repositoryOrders } from '@throughline/contract';
import { FilterField } from '../ui/filter-field.tsx';
import { toCount, toNumber } from '../ui/number-words.ts';
import { ScrollRow } from '../ui/scroll-row.tsx';
import { useParam } from '../ui/use-param.ts';
import styles from './repository-list.module.css';
import { groupNames, type ListAsked, orderNames } from './repository-words.ts';

interface Props {
  /** How many bear the name, by group. */
  readonly groups: Readonly<Record<RepositoryGroup, number>>;
  readonly asked: ListAsked;
  /** Shows the list as it is now; undefined while the one that stands is that. */
  readonly onRenew: (() => void) | undefined;
}

/** Which repositories are listed, and in which order; all of it stands in the address. */
export const RepositoryFilters = ({ groups, asked, onRenew }: Props) => {
  const [filter, setFilter] = useParam('q', { isTyped: true });
  const [, setState] = useParam('state');
  const [, setSort] = useParam('sort');
  return (
    <div className={styles['head']}>
      <FilterField
        label={`Filter ${toCount(groups.all, 'repository', 'repositories')}`}
        value={filter}
        onChange={setFilter}
      />
      <ScrollRow>
        <SegmentedControl
          aria-label="State"
          size="small"
          onChange={(at) => setState(at === 0 ? '' : (repositoryGroups[at] ?? ''))}
        >
          {repositoryGroups.map((group) => (
            <SegmentedControl.Button key={group} selected={group === asked.group}>
              {`${groupNames[group]} ${toNumber(groups[group])}`}
            </SegmentedControl.Button>
          ))}
        </SegmentedControl>
      </ScrollRow>
      <div className={styles['order']}>
        {onRenew !== undefined && (
          <Button size="small" variant="invisible" onClick={onRenew}>
            Order anew
          </Button>
        )}
        <ActionMenu>
          <ActionMenu.Button size="small" variant="invisible">
            {`Order: ${orderNames[asked.order]}`}
          </ActionMenu.Button>
          <ActionMenu.Overlay width="small">
            <ActionList selectionVariant="single">
              {repositoryOrders.map((order, at) => (
                <ActionList.Item
                  key={order}
                  selected={order === asked.order}
                  onSelect={() => setSort(at === 0 ? '' : order)}
                >
                  {orderNames[order]}
                </ActionList.Item>
              ))}
            </ActionList>
          </ActionMenu.Overlay>
        </ActionMenu>
      </div>
    </div>
  );
};
