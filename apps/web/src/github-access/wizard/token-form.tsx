import { Link } from '@primer/react';
import { type ReadData, type TokenReport, testToken } from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { GivenHost } from '../given-host.ts';

interface Props {
  readonly label: string;
  readonly isMain: boolean;
  readonly host: GivenHost;
  /** What shall be read with it. */
  readonly data: readonly ReadData[];
  readonly onTested: (report: TokenReport) => void;
}

/** Pastes a token and tries it against its host. The token leaves the page with the test and is never shown again. */
export const TokenForm = ({ label, isMain, host, data, onTested }: Props) => {
  const change = useChange(testToken, { onDone: onTested });
  const { field, submit } = useForm({
    initial: { token: '' },
    schema: testToken.body?.pick({ token: true }),
    error: change.error,
    onSubmit: ({ token }) => change.mutate({ body: { host, token, data: [...data] } }),
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
            <Link href={`${toWebUrl(host)}${fineGrainedPage}`} target="_blank" rel="noreferrer" inline>
              Make a fine-grained one on GitHub
            </Link>
            , which only reads; choose the organisation as its resource owner. Or{' '}
            <Link href={`${toWebUrl(host)}${classicPage}`} target="_blank" rel="noreferrer" inline>
              a classic one
            </Link>
            , with repo and read:org, for several organisations at once.
          </>
        }
        field={field('token')}
      />
    </Form>
  );
};

const toWebUrl = ({ address }: GivenHost): string => {
  const base = address === '' ? 'https://github.com' : address;
  return /^https?:/.test(base) ? base : `https://${base}`;
};

// GitHub fills its forms in from the address.
const classicPage = '/settings/tokens/new?scopes=repo,read:org&description=Throughline';
const fineGrainedPage =
  '/settings/personal-access-tokens/new?name=Throughline&pull_requests=read&issues=read&contents=read&members=read';
