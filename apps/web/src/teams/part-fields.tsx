import type { TeamPart } from '@throughline/contract';
import { CheckField } from '../ui/check-field.tsx';
import { SelectField } from '../ui/select-field.tsx';

/** What somebody is in a team. */
export interface PartChoice {
  readonly part: TeamPart;
  readonly isLead: boolean;
}

interface Props {
  readonly value: PartChoice;
  readonly onChange: (value: PartChoice) => void;
}

const isPart = (text: string): text is TeamPart => text === 'contributor' || text === 'viewer';

/** Contributor or viewer, lead or not. */
export const PartFields = ({ value, onChange }: Props) => (
  <>
    <SelectField
      label="Part"
      value={value.part}
      onChange={(part) => isPart(part) && onChange({ ...value, part })}
      caption="Figures are made of what contributors do. Viewers read along."
      options={[
        { value: 'contributor', name: 'Contributor' },
        { value: 'viewer', name: 'Viewer' },
      ]}
    />
    <CheckField
      label="Leads the team"
      caption="May change its members, settings and agreements."
      isOn={value.isLead}
      onChange={(isLead) => onChange({ ...value, isLead })}
    />
  </>
);
