import { Textarea } from '@primer/react';
import { CheckField } from '../../ui/check-field.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FieldState } from '../../ui/use-form.ts';

interface Props {
  readonly address: FieldState;
  readonly caCertificate: string;
  /** What the host answered that only this field mends. */
  readonly caNeed: string | undefined;
  readonly onCaCertificate: (text: string) => void;
  readonly isPrivateAllowed: boolean;
  readonly onPrivateAllowed: (isAllowed: boolean) => void;
}

/** What a host of one's own needs: its address, its certificate authority, and whether it lies in the private network. */
export const EnterpriseFields = ({
  address,
  caCertificate,
  caNeed,
  onCaCertificate,
  isPrivateAllowed,
  onPrivateAllowed,
}: Props) => (
  <>
    <TextField label="Address" field={address} caption="Such as github.example.com or acme.ghe.com" isCode />
    <CheckField
      label="It lies in our private network"
      caption="Otherwise addresses such as 10.0.0.8 or 192.168.1.4 are refused, so that nobody can make Throughline look around in your network."
      isOn={isPrivateAllowed}
      onChange={onPrivateAllowed}
    />
    <Field
      label="Its certificate authority, if it is not a public one"
      caption="As PEM. It is trusted for this host only."
      need={caNeed}
    >
      {(control) => (
        <Textarea
          {...control}
          block
          rows={5}
          resize="vertical"
          value={caCertificate}
          placeholder="-----BEGIN CERTIFICATE-----"
          onChange={(event) => onCaCertificate(event.target.value)}
        />
      )}
    </Field>
  </>
);
