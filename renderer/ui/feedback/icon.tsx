import type { ReactElement } from 'react';

/** Outlines on a grid of 24, drawn with a line of 2. */
const paths = {
  accounts: 'M4 6h16v12H4zM4 7l8 6 8-6',
  library: 'M4 5h4v14H4zM10 5h4v14h-4zM16 6l3.5-1 1 13.5-3.5.7z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  folder: 'M3 7h6l2 2h10v10H3z',
  alert: 'M12 3l9.5 17h-19zM12 10v4M12 17v.2',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.2',
  done: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.5l2.7 2.7L16 10',
  clip: 'M8 12l6-6a3.5 3.5 0 0 1 5 5l-8.5 8.5a5 5 0 0 1-7-7L12 4',
  certificate: 'M5 3h9l5 5v13H5zM14 3v5h5M9 13h6M9 17h4',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  up: 'M12 19V6M6 12l6-6 6 6',
  down: 'M12 5v13M6 12l6 6 6-6',
  back: 'M19 12H6M12 6l-6 6 6 6',
  failed: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9l6 6M15 9l-6 6',
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside words, never instead of them. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      width="1.25rem"
      height="1.25rem"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
