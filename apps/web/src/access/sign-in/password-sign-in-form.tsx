import { getSignInSettings, getSignInWays, setPasswordSignIn } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { Form } from '../../ui/form.tsx';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { useTell } from '../../ui/tell-context.ts';

/** Whose way in passwords are. */
export const PasswordSignInForm = ({ isForAll }: { readonly isForAll: boolean }) => {
  const [chosen, setChosen] = useState(isForAll ? 'all' : 'administrators');
  const tell = useTell();
  const change = useChange(setPasswordSignIn, {
    refreshes: [getSignInSettings, getSignInWays],
    onDone: () => tell({ text: 'Who signs in by password is saved.' }),
  });
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ body: { isForAll: chosen === 'all' } });
      }}
      button="Save who signs in by password"
      isBusy={change.isPending}
      isMain={false}
      error={change.error}
    >
      <RadioChoices
        label="Who signs in by password"
        chosen={chosen}
        onChoose={setChosen}
        choices={[
          { value: 'all', name: 'Everybody who has one' },
          {
            value: 'administrators',
            name: 'Administrators only',
            caption:
              'For emergencies, under /signin?local. Everybody else uses single sign-on or GitHub; who has neither is locked out.',
          },
        ]}
      />
    </Form>
  );
};
