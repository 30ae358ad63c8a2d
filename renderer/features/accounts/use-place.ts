import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.ts';

/**
 * Where an archive is, looked for when its card appears, when the person comes back to the window, and when `again`
 * changes.
 * @returns undefined while it is where it should be, as far as is known
 */
export function usePlace(id: string, again?: boolean): 'missing' | 'silent' | undefined {
  const { whereabouts } = useStores();
  const { look } = whereabouts.getState();
  const place = useStore(whereabouts, state => state.places[id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run may have found out
  useEffect(() => {
    const lookNow = () => void look(id);
    lookNow();
    window.addEventListener('focus', lookNow);
    return () => window.removeEventListener('focus', lookNow);
  }, [id, look, again]);
  return place === 'there' ? undefined : place;
}
