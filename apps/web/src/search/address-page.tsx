import { useLocation } from '@tanstack/react-router';
import { OpenAddress } from './open-address.tsx';

/** `/gh/` and any address at GitHub: opens what it names, or says why it can't. */
export const AddressPage = () => {
  const address = useLocation({ select: ({ href }) => href.replace(/^\/gh\/?/, '') });
  return <OpenAddress key={address} address={address} />;
};
