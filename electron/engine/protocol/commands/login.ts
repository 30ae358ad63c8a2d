import { string } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { gatherCapabilities } from './capability.ts';

/**
 * RFC 9051 section 6.2.3
 * @returns the capabilities from now on, where the server volunteers them
 */
export function login(user: string, password: string): Command<readonly string[] | undefined> {
  const capabilities = gatherCapabilities();
  return {
    name: 'LOGIN',
    arguments: [string(user), string(password)],
    isSecret: true,
    claim: capabilities.claim,
    result: capabilities.all,
  };
}
