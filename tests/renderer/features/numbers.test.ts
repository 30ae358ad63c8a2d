// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Input, Numbers } from '../../../shared/contract.ts';
import { print } from '../../../shared/search/print.ts';
import { anAccount } from '../an-account.ts';
import { openWindow } from './window.ts';

const numbers: Numbers = {
  messages: 1_000,
  bytes: 5_000_000,
  years: [
    { year: 2023, messages: 300, bytes: 4_000_000 },
    { year: 2024, messages: 690, bytes: 1_000_000 },
  ],
  undated: 10,
  senders: [
    { name: 'Anna', address: 'anna@example.org', messages: 600, bytes: 100_000 },
    { name: 'Odd', address: '"odd"@example.org', messages: 100, bytes: 3_000_000 },
  ],
  kinds: [
    { type: 'picture', messages: 40, bytes: 900_000 },
    { type: 'pdf', messages: 20, bytes: 2_000_000 },
  ],
  indexed: { done: 900, of: 1_000 },
  away: 1,
};

const nothing = {
  ...{ total: 0, atLeast: false, goesOn: false, rows: [], searched: { done: 1, of: 1 } },
  ...{ unreadable: 0, leftOut: [] },
};

async function opened(accountId?: string, answered: Numbers = numbers) {
  const two = anAccount({ id: 'two' });
  return await openWindow({
    at: { at: 'numbers', ...(accountId !== undefined && { accountId }) },
    accounts: [anAccount(), { ...two, profile: { ...two.profile, email: 'two@example.org' } }],
    answers: {
      'library.numbers': () => answered,
      'library.search': () => nothing,
      'library.mailboxes': () => [],
      'library.messages': () => ({ total: 0, rows: [] }),
    },
  });
}

const rowsOf = async (name: string) => {
  const table = await screen.findByRole('table', { name });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent?.trim()));
};

test('each chart is a table, the longest bar first, with what its bars leave out', async () => {
  const { user } = await opened();
  expect(await rowsOf('By year')).toEqual([
    ['2024', '690', '1 MB'],
    ['2023', '300', '4 MB'],
    ['Without a usable date', '10', '–'],
  ]);
  expect(await rowsOf('By sender')).toEqual([
    ['Annaanna@example.org', '600', '100 kB'],
    ['Odd"odd"@example.org', '100', '3 MB'],
    ['Everyone else', '300', '1.9 MB'],
  ]);
  screen.getByText('So far 900 of 1,000 messages were looked into.');
  screen.getByText(/^1 archive can’t be reached right now/);
  await user.click(screen.getByRole('radio', { name: 'Size' }));
  expect((await rowsOf('By sender'))[0]?.[0]).toContain('Odd');
  expect((await rowsOf('By kind of attachment')).map(([kind]) => kind)).toEqual(['PDF', 'Picture']);
});

test('a bar leads to the search behind it, by account where one is chosen', async () => {
  const { bridge, user, stores } = await opened();
  const searched = () =>
    (bridge.inputsOf('library.search') as Input<'library.search'>[]).map(({ query }) =>
      print(query),
    );
  await user.click(await screen.findByRole('button', { name: /^2024/ }));
  expect(searched()).toEqual(['on:2024']);
  stores.place.getState().go({ at: 'numbers' });
  await user.click(await screen.findByRole('button', { name: /Numbers of/ }));
  await user.click(await screen.findByRole('option', { name: 'two@example.org' }));
  await user.click(await screen.findByRole('button', { name: /^Anna/ }));
  expect(searched()).toContain('from:"anna@example.org" account:two@example.org');
  expect(bridge.inputsOf('library.numbers').at(-1)).toMatchObject({ accountId: 'two' });
  const { starts, firstYear } = bridge.inputsOf('library.numbers')[0] as Input<'library.numbers'>;
  expect(new Date(starts[0] ?? 0).getFullYear()).toBe(firstYear);
});

test('what no query can name is no button, and nothing stored is said', async () => {
  await opened();
  await screen.findByText('Odd');
  expect(screen.queryByRole('button', { name: /Odd/ })).toBeNull();
  const empty = { ...numbers, messages: 0, bytes: 0, away: 0 };
  await opened('one', empty);
  await screen.findByText('Nothing is stored yet');
});
