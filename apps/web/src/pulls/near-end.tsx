import { useEffect, useEffectEvent, useRef } from 'react';

/** So many pixels before the end of what is here comes into view the next rows are fetched. */
const ahead = '1500px';

/** Stands at the end of a list and tells once when that is near the screen; key it by how many rows there are. */
export const NearEnd = ({ onNear }: { readonly onNear: () => void }) => {
  const place = useRef<HTMLSpanElement>(null);
  const tell = useEffectEvent(onNear);
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) tell();
      },
      { rootMargin: `0px 0px ${ahead} 0px` },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return <span ref={place} aria-hidden="true" />;
};
