import type { SignOnSettings } from '@throughline/contract';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FieldState } from '../../ui/use-form.ts';
import type { ProviderValues } from './provider-values.ts';

interface Props {
  readonly field: (name: keyof ProviderValues) => FieldState;
  /** Whether a claim is named, so that roles follow it. */
  readonly isFollowed: boolean;
  readonly ungrouped: SignOnSettings['ungrouped'];
  readonly onUngrouped: (ungrouped: SignOnSettings['ungrouped']) => void;
}

/** Which groups are which role; shown once a claim is named. */
export const ProviderGroups = ({ field, isFollowed, ungrouped, onUngrouped }: Props) => (
  <>
    <TextField
      label="Groups claim"
      isCode
      caption="Where the ID token lists groups, such as groups. With it, roles follow the groups at each sign-in; empty: roles are given here."
      field={field('groupsClaim')}
    />
    {isFollowed && (
      <>
        <TextField
          label="Groups of administrators"
          caption="With commas"
          field={field('administratorGroups')}
        />
        <TextField label="Groups of managers" caption="With commas" field={field('managerGroups')} />
        <TextField label="Groups of members" caption="With commas" field={field('memberGroups')} />
        <RadioChoices
          label="Who is in none of them"
          chosen={ungrouped}
          onChoose={(value) => onUngrouped(value === 'member' ? 'member' : 'refused')}
          choices={[
            { value: 'refused', name: 'Who is in none of them is refused' },
            { value: 'member', name: 'Who is in none of them is a member' },
          ]}
        />
      </>
    )}
  </>
);
