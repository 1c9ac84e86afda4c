import { type ConnectionDetail, getConnectionActions } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from '../connection/connection-parts.module.css';
import { toConnectionPath } from '../connection/connection-tabs.data.ts';
import { toActionsLine } from './acting-words.ts';

/** What Throughline may do, in a line, and where that is changed. */
export const ActingSummary = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const { connectionId, name, organisation } = connection;
  const answer = useAnswer(getConnectionActions, { params: { connectionId } });
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading what Throughline may do" rows={1} />}>
      {({ actions, by }) => (
        <p className={styles['text']}>
          {by === undefined
            ? `Read ${organisation}, and nothing else. `
            : `Asked for, by ${by.name}: ${toActionsLine(actions)} `}
          <PathLink path={toConnectionPath(name, 'actions')}>
            {by === undefined ? 'Ask for more' : 'Open Actions'}
          </PathLink>
        </p>
      )}
    </Loaded>
  );
};
