import { Button } from '@primer/react';
import { getQuotaHistory } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import styles from './quota-hours.module.css';
import { QuotaPicture } from './quota-picture.tsx';
import { QuotaTable } from './quota-table.tsx';

/** What was spent of the quota over the last 24 hours, by lane: a picture, or the same numbers as a table. */
export const QuotaHours = ({ connectionId }: { readonly connectionId: number }) => {
  const [as, setAs] = useParam('as');
  const answer = useAnswer(getQuotaHistory, { params: { connectionId } }, { refetchInterval: 15_000 });
  const isTable = as === 'table';
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading the quota of 24 hours" rows={3} />}>
      {({ hours }) => (
        <div className={styles['day']}>
          <Button
            size="small"
            className={styles['switch'] ?? ''}
            onClick={() => setAs(isTable ? '' : 'table')}
          >
            {isTable ? 'As pictures' : 'As table'}
          </Button>
          <div className={styles['buckets']}>
            {buckets.map(([resource, name, unit]) => {
              const own = hours.filter((hour) => hour.resource === resource);
              return isTable ? (
                <QuotaTable key={resource} name={name} hours={own} />
              ) : (
                <QuotaPicture key={resource} name={name} unit={unit} hours={own} />
              );
            })}
          </div>
        </div>
      )}
    </Loaded>
  );
};

const buckets = [
  ['graphql', 'GraphQL', 'point'],
  ['core', 'REST', 'request'],
] as const;
