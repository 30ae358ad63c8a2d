import { type ReactElement, useEffect, useState } from 'react';
import { useWords } from '../../words/use-words.ts';

/** For how long a sign-in can still be finished. @param until milliseconds since 1970 */
export function TimeLeft({ until }: { readonly until: number }): ReactElement | null {
  const { t, duration } = useWords();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.round((until - now) / 1_000);
  if (seconds <= 0) return null;
  return <p className="small quiet">{t('signIn.timeLeft', { time: duration(seconds) })}</p>;
}
