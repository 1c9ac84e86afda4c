import { Button } from '@primer/react';
import type { GithubApp, listGithubApps, RouteAnswer } from '@throughline/contract';
import { useState } from 'react';
import styles from '../asked.module.css';
import type { StepProps } from '../wizard/step-props.ts';
import { EnterApp } from './enter-app.tsx';
import { MakeApp } from './make-app.tsx';
import { PermissionsAsked } from './permissions-asked.tsx';

interface Props extends StepProps {
  readonly asked: RouteAnswer<typeof listGithubApps>['asked'];
  readonly onAdded: (app: GithubApp) => void;
  /** Back to an app that is registered here; absent where there is none. */
  readonly onBack: (() => void) | undefined;
}

/** An App that is not registered here: GitHub makes it, or it is there and is entered by hand. */
export const NewApp = ({ state: { host, data }, asked, onAdded, onBack }: Props) => {
  const [isThere, setIsThere] = useState(false);
  return (
    <>
      {isThere ? (
        <EnterApp host={host} data={data} onAdded={onAdded} />
      ) : (
        <>
          <PermissionsAsked asked={asked} data={data} />
          <MakeApp host={host} data={data} onMade={onAdded} />
        </>
      )}
      <div className={styles['buttons']}>
        <Button variant="invisible" onClick={() => setIsThere(!isThere)}>
          {isThere ? 'Let GitHub make a new app' : 'Enter an app that is there already'}
        </Button>
        {onBack !== undefined && (
          <Button variant="invisible" onClick={onBack}>
            Use an app that is registered here
          </Button>
        )}
      </div>
    </>
  );
};
