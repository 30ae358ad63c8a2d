import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** What a person would feel as stutter, in milliseconds. */
export interface Smoothness {
  /** Longest time between two frames. */
  readonly frame: number;
  /** Longest task of the page; 0 where none took 50 or more. */
  readonly task: number;
  readonly frames: number;
}

/** Watches the page's frames and long tasks while something is done to it. */
export async function smoothnessDuring(page: Page, act: () => Promise<void>): Promise<Smoothness> {
  const watch = await page.evaluateHandle(() => {
    const seen = { frame: 0, task: 0, frames: 0 };
    const observer = new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
    });
    observer.observe({ type: 'longtask' });
    let last: number | undefined;
    let going = true;
    const onFrame = (now: number) => {
      if (last !== undefined) seen.frame = Math.max(seen.frame, now - last);
      last = now;
      seen.frames += 1;
      if (going) requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    const end = () =>
      // The observer hears of a task in a later one.
      new Promise<typeof seen>(resolve => {
        going = false;
        setTimeout(() => resolve(seen), 100);
      });
    return { end };
  });
  try {
    await act();
    return await watch.evaluate(({ end }) => end());
  } finally {
    await watch.dispose();
  }
}

/** Clicks, and measures in the page until what the selector finds was painted. Milliseconds. */
export async function timeToPaint(page: Page, button: string, selector: string): Promise<number> {
  const watch = await page.evaluateHandle(wanted => {
    const painted = new Promise<number>(resolve => {
      const since = { click: Number.NaN };
      addEventListener('click', event => Object.assign(since, { click: event.timeStamp }), {
        capture: true,
        once: true,
      });
      const observer = new MutationObserver(() => {
        if (Number.isNaN(since.click) || document.querySelector(wanted) === null) return;
        observer.disconnect();
        // The first frame after the change is about to be painted; what comes after it is later.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since.click)));
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
    return { painted };
  }, selector);
  await page.getByRole('button', { name: button, exact: true }).click();
  return watch.evaluate(({ painted }) => painted);
}

/** Milliseconds. */
const longestWait = 10_000;

/**
 * Clicks, and measures in the page until the first element that the selector finds has this text and was painted, as
 * something that was not there before. Milliseconds.
 */
export async function timeToText(
  page: Page,
  target: Locator,
  selector: string,
  text: string,
): Promise<number> {
  await target.scrollIntoViewIfNeeded();
  const watch = await page.evaluateHandle(
    ([wanted, part, longest]) => {
      const textOf = (element: Element | null) => element?.closest('[role]')?.textContent ?? '';
      const before = document.querySelector(wanted);
      const textBefore = textOf(before);
      const painted = new Promise<number>(resolve => {
        let since = Number.NaN;
        addEventListener(
          'pointerdown',
          event => {
            since = event.timeStamp;
          },
          { capture: true, once: true },
        );
        const observer = new MutationObserver(() => {
          const found = document.querySelector(wanted);
          if (Number.isNaN(since) || found === null) return;
          // What shows one row may show another next.
          if (found === before && textOf(found) === textBefore) return;
          if (!textOf(found).includes(part)) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        // What never comes is a figure beyond every bound, and no wait without an end.
        setTimeout(() => resolve(longest), longest);
      });
      return { painted };
    },
    [selector, text, longestWait] as const,
  );
  await target.click();
  return watch.evaluate(({ painted }) => painted);
}

export interface PageMemory {
  /** Of the page's scripts. */
  readonly heap: number;
  /** Of the page's process, its part of what it shares with others included. */
  readonly process: number;
}

/**
 * Megabytes.
 * @param processes that draw the page; the largest counts
 */
export async function memoryOf(page: Page, processes: readonly number[]): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // What nobody needs any more: when it goes is the browser's own affair.
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  await session.detach();
  return { heap: heap / 1e6, process: Math.max(...processes.map(proportionalSize)) };
}

function proportionalSize(pid: number): number {
  const summary = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(summary)?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}
