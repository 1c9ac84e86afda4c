import { useRouter } from '@tanstack/react-router';

/** Opens a page of ours by its address. */
export const useOpenPath = (): ((path: string) => void) => {
  const router = useRouter();
  return (path) => router.history.push(path);
};
