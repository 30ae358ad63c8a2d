import { useEffect, useState } from 'react';

/** Drawn at once: more than most people have. */
const first = 3;
/** Drawn with each frame after it. */
const step = 2;

/** How many of a few rich things to draw now: so many of them that nobody waits, all of them some frames later. */
export function useGradually(count: number): number {
  const [drawn, setDrawn] = useState(first);
  const isDone = drawn >= count;
  useEffect(() => {
    if (isDone) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + step));
    return () => cancelAnimationFrame(frame);
  }, [drawn, isDone]);
  return Math.min(count, drawn);
}
