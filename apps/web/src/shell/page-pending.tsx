import { Skeleton } from '../ui/skeleton.tsx';

/** Shown while a page's code is on its way, after 200 ms. */
export const PagePending = () => <Skeleton label="Loading the page" rows={4} />;
