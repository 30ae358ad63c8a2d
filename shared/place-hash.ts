import type { EventValue } from './contract.ts';

/** The part of the window's address that leads to a place. */
export function placeHash({ place, messageId }: EventValue<'place.asked'>): string {
  return messageId === undefined ? `#/${place}` : `#/${place}/${messageId}`;
}
