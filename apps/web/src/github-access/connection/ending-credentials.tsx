import { listConnections } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { CredentialEnds } from './credential-ends.tsx';

/** For administrators, wherever they begin: which credentials end soon. Nothing while none does. */
export const EndingCredentials = () => {
  const { data } = useAnswer(listConnections);
  return data === undefined ? null : <CredentialEnds connections={data.connections} />;
};
