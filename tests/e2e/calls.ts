import { expect, type Page } from '@playwright/test';
import type { CallName, Input, Output } from '../../shared/contract.ts';

/** As the window asks the app: over HTTP in a browser, over IPC in the desktop app. */
export async function call<Name extends CallName>(
  window: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answer = await window.evaluate(
    async ([name, input]) => {
      const { mailstow } = globalThis as unknown as {
        mailstow?: { call(name: string, input: unknown): Promise<unknown> };
      };
      if (mailstow !== undefined) return mailstow.call(name, input);
      const headers = { 'Content-Type': 'application/json' };
      const body = input === undefined ? 'null' : JSON.stringify(input);
      return (await fetch(`/call/${name}`, { method: 'POST', headers, body })).json();
    },
    [name, input] as const,
  );
  expect(answer, name).toMatchObject({ ok: true });
  return (answer as { value: Output<Name> }).value;
}

/** What setting up in four steps comes to. @returns the account's id */
export async function saveAccount(
  window: Page,
  folder: string,
  port: number,
  email = 'accounts@example.org',
): Promise<string> {
  const { id } = await call(window, 'accounts.save', {
    profile: {
      email,
      user: 'user',
      server: { host: '127.0.0.1', port, security: 'none' },
      leftOut: [],
      headersOnly: false,
      unseenOnly: false,
      folder,
      rememberPassword: true,
    },
    password: 'secret',
  });
  return id;
}
