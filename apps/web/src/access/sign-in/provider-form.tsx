import { Button } from '@primer/react';
import {
  getSignInSettings,
  getSignInWays,
  type SignOnSettings,
  saveSignOnProvider,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Form } from '../../ui/form.tsx';
import { useTell } from '../../ui/tell-context.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import { ProviderGroups } from './provider-groups.tsx';
import { toBody, toValues } from './provider-values.ts';
import { RemoveProvider } from './remove-provider.tsx';
import styles from './sign-in.module.css';
import { SignOnButton } from './sign-on-button.tsx';

interface Props {
  readonly provider: SignOnSettings | undefined;
  readonly returnUrl: string;
}

/** Single sign-on by any provider of OpenID Connect. */
export const ProviderForm = ({ provider, returnUrl }: Props) => {
  const tell = useTell();
  const [ungrouped, setUngrouped] = useState(provider?.ungrouped ?? 'refused');
  const [isPrivateAllowed, setIsPrivateAllowed] = useState(provider?.isPrivateAllowed ?? false);
  const [isRemoving, setIsRemoving] = useState(false);
  const change = useChange(saveSignOnProvider, {
    refreshes: [getSignInSettings, getSignInWays],
    onDone: () => tell({ text: 'Single sign-on is saved.' }),
  });
  const { field, submit, values } = useForm({
    initial: toValues(provider),
    schema: undefined,
    error: change.error,
    onSubmit: (given) => change.mutate({ body: toBody(given, { ungrouped, isPrivateAllowed }) }),
  });
  return (
    <>
      <p>
        Register Throughline at your provider with this address to return to: <code>{returnUrl}</code>{' '}
        <CopyButton text={returnUrl} label="Copy the address" />
      </p>
      <Form onSubmit={submit} button="Save single sign-on" isBusy={change.isPending} error={change.error}>
        <TextField label="Name on the button" caption="Sign in with …" field={field('name')} />
        <TextField
          label="Issuer"
          type="url"
          isCode
          caption="As the provider writes it: https://login.example.com"
          field={field('issuer')}
        />
        <TextField label="Client id" isCode field={field('clientId')} />
        <TextField
          label="Client secret"
          type="password"
          autoComplete="off"
          caption={provider === undefined ? undefined : 'One is stored. Leave this empty to keep it.'}
          field={field('clientSecret')}
        />
        <TextField
          label="Scopes"
          isCode
          caption="Besides openid, with commas. Some providers tell groups only when asked."
          field={field('scopes')}
        />
        <TextField
          label="Domains whose users may come uninvited"
          caption="With commas; their address must be verified by the provider. Empty: by invitation only."
          field={field('openDomains')}
        />
        <ProviderGroups
          field={field}
          isFollowed={values.groupsClaim.trim() !== ''}
          ungrouped={ungrouped}
          onUngrouped={setUngrouped}
        />
        <CheckField
          label="It lies in our private network"
          caption="Lets Throughline speak to the issuer’s host at a private address, and to no other."
          isOn={isPrivateAllowed}
          onChange={setIsPrivateAllowed}
        />
      </Form>
      {provider !== undefined && (
        <div className={styles['acts']}>
          <SignOnButton label="Try it" intent="test" to="/settings/sign-in" />
          <Button variant="danger" onClick={() => setIsRemoving(true)}>
            Remove single sign-on
          </Button>
          <p>Trying goes through a sign-in as it is saved and changes nothing.</p>
        </div>
      )}
      {isRemoving && <RemoveProvider onClose={() => setIsRemoving(false)} />}
    </>
  );
};
