import { useEffect, useState } from 'react';

/** How often it is looked whether another day began; milliseconds. */
const betweenLooks = 60_000;

/** The beginning of the person's present day, milliseconds since 1970; a window may stand open for weeks. */
export function useToday(): number {
  const [today, setToday] = useState(startOfToday);
  useEffect(() => {
    const timer = setInterval(() => setToday(startOfToday()), betweenLooks);
    return () => clearInterval(timer);
  }, []);
  return today;
}

function startOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}
