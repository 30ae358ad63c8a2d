import { type CSSProperties, type ReactElement, type ReactNode, useRef, useState } from 'react';
import './panes.css';

interface Props {
  /** Of the first pane, in pixels; the second takes the rest. */
  readonly width: number;
  /** Of the bar between them. */
  readonly label: string;
  readonly panes: readonly [ReactNode, ReactNode];
  /** The pane to see where there is room for one alone. */
  readonly front: 1 | 2;
  /** When a width was settled. */
  onResize(width: number): void;
}

const least = 240;
const most = 960;
const keyStep = 16;

/** Two panes side by side with a bar between them, to drag or to move with the arrow keys. */
export function Panes({ width, label, panes, front, onResize }: Props): ReactElement {
  const [moving, setMoving] = useState<number>();
  const grip = useRef({ x: 0, width: 0 });
  const now = moving ?? width;
  const within = (asked: number) => Math.round(Math.max(least, Math.min(most, asked)));
  return (
    <div className="panes" data-front={front} style={{ '--pane': `${now}px` } as CSSProperties}>
      <div className="pane">{panes[0]}</div>
      {/* A bar that can be moved is a separator that takes the focus (ARIA, window splitter). */}
      {/* biome-ignore lint/a11y/useSemanticElements: hr cannot be moved */}
      <div
        className="panes-bar"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={now}
        aria-valuemin={least}
        aria-valuemax={most}
        onKeyDown={event => {
          const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
          if (step !== undefined) onResize(within(now + step));
        }}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { x: event.clientX, width: now };
          setMoving(now);
        }}
        onPointerMove={event => {
          if (moving === undefined) return;
          setMoving(within(grip.current.width + event.clientX - grip.current.x));
        }}
        onPointerUp={() => {
          if (moving !== undefined) onResize(moving);
          setMoving(undefined);
        }}
      />
      <div className="pane">{panes[1]}</div>
    </div>
  );
}
