import { CheckCircleFillIcon } from '@primer/octicons-react';
import { Textarea } from '@primer/react';
import {
  type AppField,
  addGithubApp,
  type GithubApp,
  listGithubApps,
  type ReadData,
} from '@throughline/contract';
import { toFailure } from '../../api/to-failure.ts';
import { useChange } from '../../api/use-change.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { GivenHost } from '../given-host.ts';
import { type EnteredApp, useCheckedApp } from './use-checked-app.ts';

interface Props {
  readonly host: GivenHost;
  readonly data: readonly ReadData[];
  readonly onAdded: (app: GithubApp) => void;
}

/** An App that is there already: what stands in its settings on GitHub, each field checked as it is left. */
export const EnterApp = ({ host, data, onAdded }: Props) => {
  const { values, field, findFine, check } = useCheckedApp(host, data);
  const add = useChange(addGithubApp, { refreshes: [listGithubApps], onDone: onAdded });
  const refused = add.error === null ? {} : (toFailure(add.error).fields ?? {});
  const fieldOf = (name: AppField) => field(name, refused[name]);
  const missing = check.data?.missing ?? [];
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ body: { host, app: toGiven(values) } });
      }}
      button="Add the app"
      isBusy={add.isPending}
      error={add.error}
    >
      <TextField
        label="App ID"
        field={fieldOf('githubAppId')}
        caption={
          <Fine
            text={findFine('githubAppId')}
            else="The number at the top of the app’s settings on GitHub."
          />
        }
        autoComplete="off"
        isCode
      />
      <Field
        label="Private key"
        need={fieldOf('privateKey').need}
        caption={
          <Fine
            text={findFine('privateKey')}
            else="The whole .pem file that GitHub made. It is kept sealed and never shown again."
          />
        }
      >
        {(control) => (
          <Textarea
            {...control}
            block
            rows={5}
            resize="vertical"
            autoComplete="off"
            spellCheck={false}
            value={values.privateKey}
            placeholder="-----BEGIN RSA PRIVATE KEY-----"
            onChange={(event) => fieldOf('privateKey').onChange(event.target.value)}
            onBlur={fieldOf('privateKey').onBlur}
          />
        )}
      </Field>
      <TextField
        label="Client ID"
        field={fieldOf('clientId')}
        caption={<Fine text={findFine('clientId')} else="Beneath the App ID. It begins with “Iv”." />}
        autoComplete="off"
        isCode
      />
      <TextField
        label="Client secret"
        type="password"
        field={fieldOf('clientSecret')}
        caption={
          <Fine
            text={findFine('clientSecret')}
            else="Of the app’s settings. GitHub shows it once, when it is made."
          />
        }
        autoComplete="off"
        isCode
      />
      <TextField
        label="Webhook secret, if it has one"
        type="password"
        field={fieldOf('webhookSecret')}
        autoComplete="off"
        isCode
      />
      {missing.map(({ permission, consequence }) => (
        <output key={permission}>
          The app does not ask for {permission}. {consequence}
        </output>
      ))}
      {check.error !== null && <FailureMessage error={check.error} isAnswer />}
    </Form>
  );
};

/** A key pasted with blank lines around it is the same key; the other texts are single lines. */
const toGiven = (values: EnteredApp): EnteredApp => ({ ...values, githubAppId: values.githubAppId.trim() });

/** What GitHub said of a field once it is fine, and until then where it is found. */
const Fine = ({ text, else: otherwise }: { readonly text: string | undefined; readonly else: string }) =>
  text === undefined ? (
    otherwise
  ) : (
    <>
      <CheckCircleFillIcon size={12} /> {text}
    </>
  );
