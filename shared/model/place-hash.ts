import type { AskedPlace } from './place.ts';

/** The part of the window's address that leads there. */
export function placeHash({ place, messageId }: AskedPlace): string {
  return messageId === undefined ? `#/${place}` : `#/${place}/${messageId}`;
}
