import type { listGithubApps, ReadData, RouteAnswer } from '@throughline/contract';
import styles from '../asked.module.css';

interface Props {
  readonly asked: RouteAnswer<typeof listGithubApps>['asked'];
  /** What shall be read. */
  readonly data: readonly ReadData[];
}

/** What an App will ask an organisation for: reading what was chosen, and nothing else. */
export const PermissionsAsked = ({ asked, data }: Props) => {
  const wanted = asked.filter((each) => data.includes(each.data)).flatMap(({ permissions }) => permissions);
  const reasons = new Map(wanted.map(({ permission, why }) => [permission, why]));
  return (
    <div className={styles['asked']}>
      <p>GitHub makes an app for you, with nothing to copy. It will ask an organisation for:</p>
      <ul className={styles['permissions']}>
        {[...reasons].map(([permission, why]) => (
          <li key={permission}>
            {permission}, for {why}
          </li>
        ))}
      </ul>
      <p className={styles['quiet']}>
        Nothing of it can write. What writes, such as giving access or opening pull requests, is asked for
        separately, when you turn it on.
      </p>
    </div>
  );
};
