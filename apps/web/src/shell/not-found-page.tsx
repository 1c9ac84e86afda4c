import { NothingHere } from '../ui/nothing-here.tsx';

/** The same page for what is missing and for what the reader may not see. */
export const NotFoundPage = () => <NothingHere />;
