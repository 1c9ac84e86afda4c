import { getMetric, getTeamWeek, getWorkspace, listMetricRows, updateWorkspace } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { WorkingDaysField } from '../ui/working-days-field.tsx';

/** Whether times are told in working hours too, and which days those are. */
export const WorkspaceHoursForm = () => {
  const workspace = useAnswer(getWorkspace);
  return (
    <Loaded answer={workspace} skeleton={<Skeleton label="Loading working days" rows={3} rowHeight={67} />}>
      {({ workingDays = [] }) => <HoursForm setting={workingDays} />}
    </Loaded>
  );
};

const HoursForm = ({ setting }: { readonly setting: readonly number[] }) => {
  const [days, setDays] = useState(setting);
  const tell = useTell();
  const change = useChange(updateWorkspace, {
    refreshes: [getWorkspace, getMetric, listMetricRows, getTeamWeek],
    onDone: () =>
      tell({
        text:
          days.length === 0
            ? 'Times are told in elapsed hours alone.'
            : 'Times are told in working hours too.',
      }),
  });
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ body: { workingDays: [...days] } });
      }}
      button="Save working days"
      isBusy={change.isPending}
      isMain={false}
      error={change.error}
    >
      <p>
        Hours are elapsed hours. With working days chosen, a metric of time tells a second figure beside it:
        the hours of those days alone, in the workspace’s zone, or in the days and zone of the team it is
        about. With none chosen it does not.
      </p>
      <WorkingDaysField value={days} onChange={setDays} />
    </Form>
  );
};
