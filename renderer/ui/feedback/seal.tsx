import type { ReactElement } from 'react';
import './seal.css';

/** How it stands with mail: three shapes as well as three colours, and none yet. */
export type Standing = 'safe' | 'working' | 'needs' | 'never';

interface Props {
  readonly standing: Standing;
  /** What it says; without it, words beside it say it. */
  readonly label?: string;
  readonly size?: 'small' | 'middle' | 'large' | 'moment';
  /** Of `working`: 0 to 1; the ring shows it. */
  readonly share?: number | undefined;
}

/** Around the ring, in units of the drawing. */
const around = 2 * Math.PI * 9.5;

/** The sign that is learned once: scalloped is safe, a ring that fills is working, a diamond needs the person. */
export function Seal({ standing, label, size = 'small', share }: Props): ReactElement {
  return (
    <svg
      className={`seal seal-${standing} seal-${size}`}
      viewBox="0 0 24 24"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      {standing === 'safe' && (
        <>
          <path
            fill="currentColor"
            d="M14.73 1.81A4.2 4.2 0 0 1 19.46 4.54A4.2 4.2 0 0 1 22.19 9.27A4.2 4.2 0 0 1 22.19 14.73A4.2 4.2 0 0 1 19.46 19.46A4.2 4.2 0 0 1 14.73 22.19A4.2 4.2 0 0 1 9.27 22.19A4.2 4.2 0 0 1 4.54 19.46A4.2 4.2 0 0 1 1.81 14.73A4.2 4.2 0 0 1 1.81 9.27A4.2 4.2 0 0 1 4.54 4.54A4.2 4.2 0 0 1 9.27 1.81A4.2 4.2 0 0 1 14.73 1.81Z"
          />
          <path className="seal-ink" d="m7.8 12.3 2.9 2.9 5.6-6" />
        </>
      )}
      {standing === 'needs' && (
        <>
          <rect
            fill="currentColor"
            x="4"
            y="4"
            width="16"
            height="16"
            rx="4"
            transform="rotate(45 12 12)"
          />
          <path className="seal-ink" d="M12 7.3v5.4" />
          <circle className="seal-dot" cx="12" cy="16.3" r="1.35" />
        </>
      )}
      {standing === 'working' && (
        <>
          <circle className="seal-track" cx="12" cy="12" r="9.5" />
          <circle
            className="seal-ring"
            cx="12"
            cy="12"
            r="9.5"
            strokeDasharray={`${(share ?? 0.25) * around} ${around}`}
            transform="rotate(-90 12 12)"
          />
          <path className="seal-arrow" d="M12 7.5v8m3.3-3.3L12 15.5l-3.3-3.3" />
        </>
      )}
      {standing === 'never' && <circle className="seal-dashes" cx="12" cy="12" r="9.5" />}
    </svg>
  );
}
