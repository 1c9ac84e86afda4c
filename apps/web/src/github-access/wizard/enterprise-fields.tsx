import { Checkbox, FormControl, Textarea } from '@primer/react';
import { TextField } from '../../ui/text-field.tsx';
import type { FieldState } from '../../ui/use-form.ts';

interface Props {
  readonly address: FieldState;
  readonly caCertificate: string;
  readonly onCaCertificate: (text: string) => void;
  readonly isPrivateAllowed: boolean;
  readonly onPrivateAllowed: (isAllowed: boolean) => void;
}

/** What a host of one's own needs: its address, its certificate authority, and whether it lies in the private network. */
export const EnterpriseFields = ({
  address,
  caCertificate,
  onCaCertificate,
  isPrivateAllowed,
  onPrivateAllowed,
}: Props) => (
  <>
    <TextField label="Address" field={address} caption="Such as github.example.com or acme.ghe.com" isCode />
    <FormControl>
      <Checkbox checked={isPrivateAllowed} onChange={(event) => onPrivateAllowed(event.target.checked)} />
      <FormControl.Label>It lies in our private network</FormControl.Label>
      <FormControl.Caption>
        Otherwise addresses such as 10.0.0.8 or 192.168.1.4 are refused, so that nobody can make Throughline
        look around in your network.
      </FormControl.Caption>
    </FormControl>
    <FormControl>
      <FormControl.Label>Its certificate authority, if it is not a public one</FormControl.Label>
      <Textarea
        block
        rows={5}
        resize="vertical"
        value={caCertificate}
        placeholder="-----BEGIN CERTIFICATE-----"
        onChange={(event) => onCaCertificate(event.target.value)}
      />
      <FormControl.Caption>As PEM. It is trusted for this host only.</FormControl.Caption>
    </FormControl>
  </>
);
