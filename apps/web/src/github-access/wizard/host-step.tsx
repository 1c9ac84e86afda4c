import { useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { EnterpriseFields } from './enterprise-fields.tsx';
import { findHostNeed } from './find-host-need.ts';
import type { StepProps } from './step-props.ts';

/** Where the organisation lives: github.com, or a host of one's own. */
export const HostStep = ({ state: { host }, send }: StepProps) => {
  const [isOwn, setIsOwn] = useState(host.address !== '');
  const [address, setAddress] = useState(host.address);
  const [caCertificate, setCaCertificate] = useState(host.caCertificate ?? '');
  const [isPrivateAllowed, setIsPrivateAllowed] = useState(host.isPrivateAllowed);
  const [hasTried, setHasTried] = useState(false);
  const need = isOwn ? findHostNeed(address) : undefined;

  const submit = () => {
    setHasTried(true);
    if (need !== undefined) return;
    const own = {
      address: address.trim(),
      isPrivateAllowed,
      ...(caCertificate.trim() === '' ? {} : { caCertificate: caCertificate.trim() }),
    };
    send({ kind: 'host-given', host: isOwn ? own : { address: '', isPrivateAllowed: false } });
  };

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      button="Continue"
      isBusy={false}
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
          onCaCertificate={setCaCertificate}
          isPrivateAllowed={isPrivateAllowed}
          onPrivateAllowed={setIsPrivateAllowed}
        />
      )}
    </Form>
  );
};
