import { type CSSProperties, type ReactElement, type ReactNode, useRef, useState } from 'react';
import './panes.css';

interface Props {
  /** Widths of the first two panes in pixels; the third takes the rest. */
  readonly widths: readonly [number, number];
  readonly labels: readonly [string, string];
  readonly panes: readonly [ReactNode, ReactNode, ReactNode];
  /** The pane to see where there is room for one alone. */
  readonly front: 1 | 2;
  /** When a width was settled. */
  onResize(widths: [number, number]): void;
}

const least = [120, 220] as const;
const most = [420, 640] as const;
const keyStep = 16;

/** Three panes side by side with two bars between them, to drag or to move with the arrow keys. */
export function Panes({ widths, labels, panes, front, onResize }: Props): ReactElement {
  const [moving, setMoving] = useState<[number, number]>();
  const grip = useRef({ x: 0, width: 0 });
  const now = moving ?? widths;
  const moved = (bar: 0 | 1, width: number): [number, number] => {
    const within = Math.round(Math.max(least[bar], Math.min(most[bar], width)));
    return bar === 0 ? [within, now[1]] : [now[0], within];
  };
  const bar = (which: 0 | 1) => (
    // A bar that can be moved is a separator that takes the focus (ARIA, window splitter).
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be moved
    <div
      className="panes-bar"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={labels[which]}
      aria-valuenow={now[which]}
      aria-valuemin={least[which]}
      aria-valuemax={most[which]}
      onKeyDown={event => {
        const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
        if (step !== undefined) onResize(moved(which, now[which] + step));
      }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width: now[which] };
        setMoving([now[0], now[1]]);
      }}
      onPointerMove={event => {
        if (moving === undefined) return;
        setMoving(moved(which, grip.current.width + event.clientX - grip.current.x));
      }}
      onPointerUp={() => {
        if (moving !== undefined) onResize(moving);
        setMoving(undefined);
      }}
    />
  );
  const style = { '--pane-1': `${now[0]}px`, '--pane-2': `${now[1]}px` } as CSSProperties;
  return (
    <div className="panes" data-front={front} style={style}>
      <div className="pane">{panes[0]}</div>
      {bar(0)}
      <div className="pane">{panes[1]}</div>
      {bar(1)}
      <div className="pane">{panes[2]}</div>
    </div>
  );
}
