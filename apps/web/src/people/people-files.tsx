import { Link } from '@primer/react';
import { exportPeopleCsv, exportPeopleJson, type RouteCall, toAddress } from '@throughline/contract';
import { AppLink } from '../ui/app-link.tsx';
import styles from './people.module.css';

interface Props {
  readonly query: NonNullable<RouteCall<typeof exportPeopleCsv>['query']>;
}

/** Ways for many people in and out: a file, GitHub's members; and exactly who is listed as a file. */
export const PeopleFiles = ({ query }: Props) => (
  <span className={styles['files']}>
    <AppLink to="/people/import">Import a file</AppLink>
    <AppLink to="/people/members">From GitHub members</AppLink>
    <Link href={toAddress(exportPeopleCsv, { query })} download>
      .csv
    </Link>
    <Link href={toAddress(exportPeopleJson, { query })} download>
      .json
    </Link>
  </span>
);
