import { listMetrics, type Metric } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { MetricDefinition } from './metric-definition.tsx';
import { groupNames, leftOutOfAll } from './metric-words.data.ts';
import styles from './reports.module.css';

/** Every metric with its definition, as its file declares it. */
export const ReportsPage = () => {
  const answer = useAnswer(listMetrics);
  return (
    <Page
      title="Reports"
      sentence="How did it change, and why? Each metric says how it is made and opens into the pull requests it rests on."
    >
      <Loaded answer={answer} skeleton={<Skeleton label="Loading the metrics" rows={12} />}>
        {({ metrics }) => (
          <>
            {groupNames.map(([group, name]) => (
              <Section key={group} title={name}>
                {group === 'flow' && (
                  <p>
                    <PathLink path="/reports/flow">Flow as one picture</PathLink>: opened upwards, merged and
                    closed downwards, and what is open by age.
                  </p>
                )}
                <ul className={styles['catalogue']}>
                  {metrics
                    .filter((metric) => metric.group === group)
                    .map((metric) => (
                      <Entry key={metric.id} metric={metric} />
                    ))}
                </ul>
              </Section>
            ))}
            <p className={styles['note']}>{leftOutOfAll}</p>
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Entry = ({ metric }: { readonly metric: Metric }) => (
  <li className={styles['entry']}>
    <h3 className={styles['name']}>
      <PathLink path={`/reports/${metric.id}`}>{metric.name}</PathLink>
    </h3>
    <p>{metric.definition}</p>
    <details>
      <summary>How {metric.name.toLowerCase()} is made</summary>
      <MetricDefinition metric={metric} />
    </details>
  </li>
);
