import { Link } from '@primer/react';
import { type TokenReport, testToken } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import type { GivenHost } from './given-host.ts';

interface Props {
  readonly label: string;
  readonly isMain: boolean;
  readonly host: GivenHost;
  readonly onTested: (report: TokenReport) => void;
}

/** Pastes a token and tries it against its host. The token leaves the page with the test and is never shown again. */
export const TokenForm = ({ label, isMain, host, onTested }: Props) => {
  const change = useChange(testToken, { onDone: onTested });
  const { field, submit } = useForm({
    initial: { token: '' },
    schema: testToken.body?.pick({ token: true }),
    error: change.error,
    onSubmit: ({ token }) => change.mutate({ body: { host, token } }),
  });
  return (
    <Form
      onSubmit={submit}
      button="Test connection"
      isMain={isMain}
      isBusy={change.isPending}
      error={change.error}
    >
      <TextField
        label={label}
        type="password"
        autoComplete="off"
        isCode
        caption={
          <>
            Classic or fine-grained, of a member of the organisation.{' '}
            <Link href={toTokenPage(host)} target="_blank" rel="noreferrer" inline>
              Make one on GitHub
            </Link>
            : a classic one with repo and read:org, or a fine-grained one with read access to pull requests,
            issues, contents and members.
          </>
        }
        field={field('token')}
      />
    </Form>
  );
};

const toTokenPage = ({ address }: GivenHost): string => {
  const base = address === '' ? 'https://github.com' : address;
  return `${/^https?:/.test(base) ? base : `https://${base}`}/settings/tokens/new?scopes=repo,read:org&description=Throughline`;
};
