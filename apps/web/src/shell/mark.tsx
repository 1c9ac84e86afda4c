/** The product's mark: a line that goes through. */
export const Mark = () => (
  <svg width="20" height="20" viewBox="0 0 16 16" aria-hidden="true">
    <path
      d="M2 12h2.6c1.7 0 2.1-.9 2.6-2.5l.9-3c.5-1.7 1-2.5 2.6-2.5H14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
    />
    <circle cx="7.9" cy="8" r="2.1" fill="var(--fgColor-accent)" />
  </svg>
);
