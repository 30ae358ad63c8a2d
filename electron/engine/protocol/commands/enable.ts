import { atom } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';

/**
 * RFC 9051 section 6.3.1
 * @returns what the server says it enabled, in upper case
 */
export function enable(names: readonly string[]): Command<readonly string[]> {
  const enabled: string[] = [];
  return {
    name: 'ENABLE',
    arguments: names.map(atom),
    claim: response => {
      if (response.kind !== 'enabled') return false;
      enabled.push(...response.capabilities);
      return true;
    },
    result: () => enabled,
  };
}
