import { useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { EnterpriseFields } from './enterprise-fields.tsx';
import { findHostNeed } from './find-host-need.ts';
import type { StepProps } from './step-props.ts';
import { useHostCheck } from './use-host-check.ts';
import type { WizardState } from './wizard-state.ts';

/** Where the organisation lives: github.com, or a host of one's own. It is asked what it is before anything else is. */
export const HostStep = ({ state: { host }, send }: StepProps) => {
  const [isOwn, setIsOwn] = useState(host.address !== '');
  const [address, setAddress] = useState(host.address);
  const [caCertificate, setCaCertificate] = useState(host.caCertificate ?? '');
  const [isPrivateAllowed, setIsPrivateAllowed] = useState(host.isPrivateAllowed);
  const [hasTried, setHasTried] = useState(false);
  const need = isOwn ? findHostNeed(address) : undefined;
  const { check, tooOld, isBusy, error, needs } = useHostCheck({
    given: isOwn ? toOwn({ address, caCertificate, isPrivateAllowed }) : githubCom,
    onGood: (given) => send({ kind: 'host-given', host: given }),
  });

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        setHasTried(true);
        if (need === undefined) check();
      }}
      button={tooOld === undefined ? 'Continue' : 'Continue all the same'}
      isBusy={isBusy}
      error={error}
    >
      <RadioChoices
        label="Host"
        chosen={isOwn ? 'own' : 'github.com'}
        onChoose={(value) => setIsOwn(value === 'own')}
        choices={[
          { value: 'github.com', name: 'github.com' },
          {
            value: 'own',
            name: 'A host of your own',
            caption: 'GitHub Enterprise Server, or a data-residency host under ghe.com',
          },
        ]}
      />
      {isOwn && (
        <EnterpriseFields
          address={{
            value: address,
            need: hasTried ? need : undefined,
            onChange: setAddress,
            onBlur: () => undefined,
          }}
          caCertificate={caCertificate}
          caNeed={needs['caCertificate']}
          onCaCertificate={setCaCertificate}
          isPrivateAllowed={isPrivateAllowed}
          onPrivateAllowed={setIsPrivateAllowed}
        />
      )}
      {tooOld !== undefined && (
        <output>
          {tooOld.sentence} {tooOld.warning}
        </output>
      )}
    </Form>
  );
};

const githubCom: WizardState['host'] = { address: '', isPrivateAllowed: false };

const toOwn = ({
  address,
  caCertificate,
  isPrivateAllowed,
}: {
  readonly address: string;
  readonly caCertificate: string;
  readonly isPrivateAllowed: boolean;
}): WizardState['host'] => ({
  address: address.trim(),
  isPrivateAllowed,
  ...(caCertificate.trim() === '' ? {} : { caCertificate: caCertificate.trim() }),
});
