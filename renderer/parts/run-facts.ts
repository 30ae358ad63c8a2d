import type { RunState } from '../../shared/contract.ts';
import type { Words } from '../words/use-words.ts';

/** What is known of how a run goes, in the order in which a person asks. */
export function runFacts(words: Words, run: RunState): (string | false)[] {
  const { t, fileSize, duration } = words;
  const { state, stored, messages, bytes, received, bytesPerSecond, secondsLeft: left } = run;
  const isMoving = state === 'running';
  return [
    state !== 'running' && t(`run.${state}`),
    messages === undefined && run.mailboxes.length > 0 && t('run.sizeUnknown'),
    bytes !== undefined && bytes > 0 && run.fraction !== undefined
      ? t('run.ofBytes', { done: fileSize(run.fraction * bytes), bytes: fileSize(bytes) })
      : received > 0 && fileSize(received),
    stored > 0 && t('run.newMessages', { count: stored }),
    isMoving &&
      bytesPerSecond >= 1000 &&
      t('run.bytesPerSecond', { size: fileSize(bytesPerSecond) }),
    left !== undefined && (left < 60 ? t('run.leftSoon') : t('run.left', { time: duration(left) })),
  ];
}
