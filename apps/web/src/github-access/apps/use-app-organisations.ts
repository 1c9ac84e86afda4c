import {
  type AppReport,
  beginAppOrganisations,
  finishAppOrganisations,
  type ReadData,
} from '@throughline/contract';
import { useEffect } from 'react';
import { useCall } from '../../api/api-context.ts';
import { rememberInstalling } from '../leaving/installing-record.ts';
import { useLeaving } from '../leaving/use-leaving.ts';

interface Asked {
  readonly registrationId: number;
  readonly data: readonly ReadData[];
  readonly onListed: (report: AppReport) => void;
}

/** Signs in at GitHub to list an App's organisations; also hears of it where installing the App led on to that. */
export const useAppOrganisations = ({ registrationId, data, onListed }: Asked) => {
  const call = useCall();
  useEffect(() => rememberInstalling({ registrationId, data: [...data] }), [registrationId, data]);
  return useLeaving({
    purpose: 'app-organisations',
    begin: () => call(beginAppOrganisations, { params: { registrationId }, body: { data: [...data] } }),
    finish: finishAppOrganisations,
    onReturned: onListed,
  });
};
