import { useSearch } from '@tanstack/react-router';
import { getMetric, type MetricAnswer } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { toComputedInterval } from '../pulls/scope-interval.ts';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { ChartFlow } from '../ui/chart-flow.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { isNotFound } from '../ui/is-not-found.ts';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useParam } from '../ui/use-param.ts';
import { FlowFigures } from './flow-figures.tsx';
import { flowMetrics } from './flow-names.data.ts';
import { FlowTable } from './flow-table.tsx';
import { type Look, LookChoice } from './look-choice.tsx';
import { type MetricParams, pickQuestion } from './metric-address.ts';
import { MetricControls } from './metric-controls.tsx';
import { divisionNames, leftOutOfAll, questionNames } from './metric-words.data.ts';
import { OpenByAge } from './open-by-age.tsx';
import styles from './reports.module.css';
import { toFlowModel } from './to-flow-model.ts';
import { toMetricQuery } from './to-metric-query.ts';
import { usePeriodOfSpan } from './use-period-of-span.ts';
import { writeFlow, writeLastWhole } from './write-flow.ts';

const known = [...questionNames, 'as'];
const live = [getMetric];
const looks: readonly Look[] = [
  ['', 'Picture'],
  ['table', 'Table'],
];

/** What comes and what goes, in one picture, and what is open beneath it. */
export const FlowPage = () => {
  const { by, ...asked } = pickQuestion(useSearch({ strict: false }));
  const params: MetricParams = isTime(by) ? { ...asked, by } : asked;
  const opened = useMetric(flowMetrics[0].id, params);
  const merged = useMetric(flowMetrics[1].id, params);
  const closed = useMetric(flowMetrics[2].id, params);
  const parts = [opened, merged, closed];
  useNews(live, 'computed');
  const failed = parts.find(({ isError }) => isError);
  if (isNotFound(failed?.error)) return <NothingHere />;
  const answers = parts.flatMap(({ data }) => data ?? []);
  const isWhole = answers.length === parts.length;
  return (
    <Page
      title="Flow"
      trail={<AppLink to="/reports">Reports</AppLink>}
      sentence={<span className={styles['answer']}>{isWhole && writeSentence(answers)}</span>}
    >
      <MetricControls answer={opened.data} divisions={['week', 'month']} />
      <IgnoredParams known={known} refused={[...(opened.data?.ignored ?? []), ...refuse(by)]} />
      <Loaded
        answer={isWhole ? opened : (failed ?? parts.find(({ data }) => data === undefined) ?? opened)}
        skeleton={<Skeleton label="Loading the flow" rows={10} />}
      >
        {() => <Content answers={answers} params={params} />}
      </Loaded>
    </Page>
  );
};

const isTime = (by: MetricParams[string]): boolean => by === undefined || by === 'week' || by === 'month';

/** Flow has an axis of time and no other. */
const refuse = (by: MetricParams[string]) =>
  isTime(by) ? [] : [{ name: 'by', value: String(by), reason: 'Flow is drawn by week or month.' }];

const useMetric = (metric: string, params: MetricParams) =>
  useAnswer(
    getMetric,
    { params: { metric }, query: toMetricQuery(params) },
    { isKept: true, toInterval: ({ scope }) => toComputedInterval(scope) },
  );

interface Props {
  readonly answers: readonly MetricAnswer[];
  readonly params: MetricParams;
}

const Content = ({ answers, params }: Props) => {
  const [first] = answers;
  if (first === undefined) return undefined;
  return (
    <>
      <FlowFigures answers={answers} params={params} />
      <Picture answers={answers} params={params} first={first} />
      <OpenByAge params={params} />
      <ScopeNotes scope={first.scope} />
      <Section title="How it is made">
        {answers.map(({ metric }) => (
          <p key={metric.id} className={styles['note']}>
            {metric.definition}
          </p>
        ))}
        <p className={styles['note']}>{leftOutOfAll}</p>
      </Section>
    </>
  );
};

const Picture = ({ answers, params, first }: Props & { readonly first: MetricAnswer }) => {
  const [as, setAs] = useParam('as');
  const choosePeriod = usePeriodOfSpan();
  const model = toFlowModel(answers, params);
  return (
    <div className={styles['picture']}>
      <LookChoice looks={looks} />
      {as === 'table' ? (
        <FlowTable model={model} division={divisionNames[first.by]} />
      ) : (
        <ChartFlow
          model={model}
          finding={(first.scope.gaps.length === 0 && writeLastWhole(model)) || writeFlow(answers)}
          beneath={toBeneath(first)}
          onTable={() => setAs('table')}
          onSpan={choosePeriod}
        />
      )}
    </div>
  );
};

const toBeneath = ({ period }: MetricAnswer): string =>
  `pull requests: opened upwards, merged and closed unmerged downwards · ${period.label} · weeks and days in ${period.zone}${period.isOver ? '' : ' · the last is not over'}`;

const writeSentence = (answers: readonly MetricAnswer[]): string =>
  `${writeFlow(answers).replace(/\.$/, '')}, ${answers[0]?.period.label ?? ''}.`;
