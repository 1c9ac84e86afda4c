import { getWorkspace, type PersonPages, personPages, updateWorkspace } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RadioChoices } from '../ui/radio-choices.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTell } from '../ui/tell-context.ts';
import { pageChoices } from './workspace-pages.data.ts';

/** Who may open a person's page besides themselves. */
export const WorkspacePagesForm = () => {
  const workspace = useAnswer(getWorkspace);
  return (
    <Loaded
      answer={workspace}
      skeleton={<Skeleton label="Loading who may open pages" rows={5} rowHeight={65} />}
    >
      {(answer) => <PagesForm setting={answer.personPages} />}
    </Loaded>
  );
};

const PagesForm = ({ setting }: { readonly setting: PersonPages }) => {
  const [chosen, setChosen] = useState(setting);
  const tell = useTell();
  const change = useChange(updateWorkspace, {
    refreshes: [getWorkspace],
    onDone: () => tell({ text: 'Who may open pages is saved.' }),
  });
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ body: { personPages: chosen } });
      }}
      button="Save who may open pages"
      isBusy={change.isPending}
      isMain={false}
      error={change.error}
    >
      <p>
        A page is the person’s first: they may always open it, everybody reads this setting on their own page,
        and every look by another is shown to them.
      </p>
      <RadioChoices
        label="Who may open a person’s page"
        chosen={chosen}
        choices={pageChoices}
        onChoose={(value) => setChosen(personPages.parse(value))}
      />
    </Form>
  );
};
