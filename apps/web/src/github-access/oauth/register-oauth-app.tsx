import { addOauthApp, listOauthApps, type OauthApp, type RouteAnswer } from '@throughline/contract';
import type { ReactNode } from 'react';
import { useChange } from '../../api/use-change.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { GivenHost } from '../given-host.ts';
import styles from './register-oauth-app.module.css';

interface Props {
  readonly host: GivenHost;
  readonly place: RouteAnswer<typeof listOauthApps>['place'];
  readonly onRegistered: (app: OauthApp) => void;
  readonly aside?: ReactNode;
}

/** Where an OAuth app is made on GitHub and with which addresses, and the two fields that make it known here. */
export const RegisterOauthApp = ({ host, place, onRegistered, aside }: Props) => {
  const change = useChange(addOauthApp, { refreshes: [listOauthApps], onDone: onRegistered });
  const { field, submit } = useForm({
    initial: { clientId: '', clientSecret: '' },
    schema: addOauthApp.body?.omit({ host: true }),
    error: change.error,
    onSubmit: (given) => change.mutate({ body: { host, ...given } }),
  });
  return (
    <>
      <ol className={styles['steps']}>
        <li>
          <ExternalLink href={place.newAppUrl}>Make an OAuth app on GitHub</ExternalLink>. For an
          organisation, the same page is in its settings, under Developer settings.
        </li>
        <li>
          Enter as Homepage URL <Copied text={place.homepageUrl} label="Copy the homepage URL" />
        </li>
        <li>
          Enter as Authorization callback URL{' '}
          <Copied text={place.callbackUrl} label="Copy the callback URL" />
        </li>
        <li>Generate a client secret there, and copy both here.</li>
      </ol>
      <Form
        onSubmit={submit}
        button="Register the app"
        isBusy={change.isPending}
        error={change.error}
        aside={aside}
      >
        <TextField label="Client ID" field={field('clientId')} autoComplete="off" isCode />
        <TextField
          label="Client secret"
          type="password"
          autoComplete="off"
          isCode
          caption="Tried at GitHub, then kept sealed. It is never shown again."
          field={field('clientSecret')}
        />
      </Form>
    </>
  );
};

const Copied = ({ text, label }: { readonly text: string; readonly label: string }) => (
  <span className={styles['copied']}>
    <code>{text}</code>
    <CopyButton text={text} label={label} />
  </span>
);
