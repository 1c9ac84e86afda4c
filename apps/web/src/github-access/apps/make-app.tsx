import { Button } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import {
  beginAppManifest,
  finishAppManifest,
  type GithubApp,
  listGithubApps,
  type ReadData,
} from '@throughline/contract';
import { useCall } from '../../api/api-context.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { GivenHost } from '../given-host.ts';
import { LeavingNotice } from '../leaving/leaving-notice.tsx';
import { useLeaving } from '../leaving/use-leaving.ts';

interface Props {
  readonly host: GivenHost;
  readonly data: readonly ReadData[];
  readonly onMade: (app: GithubApp) => void;
}

/** Leads to GitHub with what the App shall be; GitHub makes it, and its secrets come back sealed. */
export const MakeApp = ({ host, data, onMade }: Props) => {
  const call = useCall();
  const queries = useQueryClient();
  const { field, submit, values } = useForm({
    initial: { owner: '' },
    schema: undefined,
    onSubmit: () => leave(),
  });
  const login = values.owner.trim();
  const { state, leave, leaveHere } = useLeaving({
    purpose: 'app-manifest',
    begin: () =>
      call(beginAppManifest, {
        body: {
          host,
          owner: login === '' ? { kind: 'own-account' } : { kind: 'organisation', login },
          data: [...data],
        },
      }),
    finish: finishAppManifest,
    onReturned: (app) => {
      void queries.invalidateQueries({ queryKey: [listGithubApps.id] }).then(() => onMade(app));
    },
  });
  return (
    <>
      <Form
        onSubmit={submit}
        button="Create the app on GitHub"
        isBusy={false}
        aside={
          <Button variant="invisible" onClick={leaveHere}>
            In this window
          </Button>
        }
      >
        <TextField
          label="Organisation that will own it"
          field={field('owner')}
          autoComplete="off"
          isCode
          caption="As its address on GitHub has it: acme. Then it is installed there and nowhere else, and you must be an owner. Left empty, it belongs to your own account, and any organisation can install it."
        />
      </Form>
      <LeavingNotice state={state} />
    </>
  );
};
