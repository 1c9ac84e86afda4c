import { Select } from '@primer/react';
import { type AccountClass, type RobotRow, setAccountClass } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { useReader } from '../api/use-session.ts';
import { useTell } from '../ui/tell-context.ts';
import { personAnswers } from './person-answers.data.ts';

interface Props {
  readonly account: RobotRow['account'];
  readonly class: AccountClass;
  /** True where somebody said it. */
  readonly isSaid: boolean;
}

const names: Readonly<Record<AccountClass, string>> = {
  person: 'somebody',
  bot: 'a bot',
  'ai-agent': 'an AI agent',
};

/** What an account is; choosing holds at once and can be undone. */
export const ClassChoice = ({ account, class: current, isSaid }: Props) => {
  const tell = useTell();
  const change = useChange(setAccountClass, { refreshes: personAnswers });
  const isAdministrator = useReader()?.role === 'administrator';
  if (!isAdministrator) return names[current];
  const params = { accountId: account.accountId };
  const choose = (text: string) => {
    const wanted = text === '' ? null : (text as AccountClass); // as: one of the options below
    change.mutate(
      { params, body: { class: wanted } },
      {
        onSuccess: (done) =>
          tell({
            text: `@${account.login} is ${names[done.class]} now.`,
            undo: () => change.mutate({ params, body: { class: done.saidBefore ?? null } }),
          }),
      },
    );
  };
  return (
    <Select
      aria-label={`What @${account.login} is`}
      size="small"
      value={isSaid ? current : ''}
      disabled={change.isPending}
      onChange={(event) => choose(event.target.value)}
    >
      <Select.Option value="">{isSaid ? 'as recognised' : `${names[current]}, as recognised`}</Select.Option>
      {Object.entries(names).map(([value, name]) => (
        <Select.Option key={value} value={value}>
          {name}
        </Select.Option>
      ))}
    </Select>
  );
};
