import { Select } from '@primer/react';
import { listTeams, type MetricAnswer, type MetricDivision, metricDivisions } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { PeriodSelect } from '../pulls/period-select.tsx';
import { RepositorySelect } from '../pulls/repository-select.tsx';
import { useParam } from '../ui/use-param.ts';
import { divisionNames, presetNames } from './metric-words.data.ts';
import { PeriodDates } from './period-dates.tsx';
import styles from './reports.module.css';

const usualPeriod = ['last-90-days', 'Last 90 days'] as const;

interface Props {
  readonly answer: MetricAnswer | undefined;
  /** By what it can be divided, where not by everything. */
  readonly divisions?: readonly MetricDivision[];
}

/** What a metric is asked about; all of it lives in the address. */
export const MetricControls = ({ answer, divisions = metricDivisions }: Props) => (
  <div className={styles['controls']}>
    {answer?.metric.event !== 'now' && <PeriodSelect period={answer?.period} whenAbsent={usualPeriod} />}
    {answer !== undefined && answer.metric.event !== 'now' && <PeriodDates period={answer.period} />}
    <RepositorySelect />
    <TeamSelect />
    {answer !== undefined && <DivisionSelect answer={answer} divisions={divisions} />}
    {answer !== undefined && answer.metric.presets.length > 0 && <PresetSelect answer={answer} />}
  </div>
);

const TeamSelect = () => {
  const [team, setTeam] = useParam('team');
  const teams = useAnswer(listTeams).data?.teams ?? [];
  const isOffered = team === '' || teams.some(({ slug }) => slug === team);
  return (
    <Select aria-label="Team" value={team} onChange={(event) => setTeam(event.target.value)}>
      <Select.Option value="">All teams</Select.Option>
      {!isOffered && <Select.Option value={team}>{team}</Select.Option>}
      {teams.map(({ slug, name }) => (
        <Select.Option key={slug} value={slug}>
          {name}
        </Select.Option>
      ))}
    </Select>
  );
};

/** By weeks and months where it has a time; what is open now has none. */
const DivisionSelect = ({
  answer: { metric, by },
  divisions,
}: {
  readonly answer: MetricAnswer;
  readonly divisions: readonly MetricDivision[];
}) => {
  const [, setBy] = useParam('by');
  const usual = metric.event === 'now' ? 'repo' : 'week';
  const offered = divisions.filter(
    (one) => one === by || metric.event !== 'now' || (one !== 'week' && one !== 'month'),
  );
  return (
    <Select
      aria-label="Divided by"
      value={by}
      onChange={(event) => setBy(event.target.value === usual ? '' : event.target.value)}
    >
      {offered.map((one) => (
        <Select.Option key={one} value={one}>
          By {divisionNames[one].toLowerCase()}
        </Select.Option>
      ))}
    </Select>
  );
};

const PresetSelect = ({ answer: { metric, preset } }: { readonly answer: MetricAnswer }) => {
  const [, setPreset] = useParam('preset');
  return (
    <Select aria-label="Rule" value={preset ?? ''} onChange={(event) => setPreset(event.target.value)}>
      <Select.Option value="">Throughline’s rule</Select.Option>
      {metric.presets.map(({ id }) => (
        <Select.Option key={id} value={id}>
          {presetNames[id] ?? id}
        </Select.Option>
      ))}
    </Select>
  );
};
