import type { Profile } from '../../shared/contract.ts';

/** Which messages are asked for, of those in the folders. */
export type Filters = Pick<
  Profile,
  'unseenOnly' | 'receivedSince' | 'receivedBefore' | 'largerThan' | 'smallerThan'
>;

/** What contradicts itself, so that no message could ever fit. */
export type FilterFault = 'dates' | 'sizes';

export function filterFaults(filters: Filters): readonly FilterFault[] {
  const { receivedSince, receivedBefore, largerThan, smallerThan } = filters;
  const faults: FilterFault[] = [];
  if (crosses(receivedSince, receivedBefore, 1)) faults.push('dates');
  // Between 5 and 6 bytes, both excluded, there is none.
  if (crosses(largerThan, smallerThan, 2)) faults.push('sizes');
  return faults;
}

/** Whether fewer messages are asked for than there are. */
export function isFiltered(filters: Filters): boolean {
  const { unseenOnly, receivedSince, receivedBefore, largerThan, smallerThan } = filters;
  const bounds = [receivedSince, receivedBefore, largerThan, smallerThan];
  return unseenOnly || bounds.some(bound => bound !== undefined);
}

function crosses(from: number | undefined, to: number | undefined, least: number): boolean {
  return from !== undefined && to !== undefined && to - from < least;
}
