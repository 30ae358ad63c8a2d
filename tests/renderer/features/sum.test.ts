// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { createElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { judge, type Outcome } from '../../../electron/engine/report/judge.ts';
import { Sum } from '../../../renderer/parts/sum.tsx';
import { loadWords } from '../../../renderer/words/words.ts';

const some = fc.nat({ max: 900 });

/** A mailbox that a run went through: what the server counts is what it names and asks for, and the rest. */
const finished = fc
  .record({ unnamed: some, excluded: some, archived: some, missing: some })
  .map(({ unnamed, excluded, archived, missing }) => {
    const selected = archived + missing;
    return {
      ...{ mailbox: 'INBOX', kind: 'full' as const, uidValidity: 1, problems: [] },
      ...{ onServer: unnamed + excluded + selected, unnamed, selected, archived, missing },
      ...{ elsewhere: 0, gone: 0 },
    };
  });

const other = fc.record({
  mailbox: fc.constantFrom('Spam', 'Trash', 'Shared'),
  reason: fc.constantFrom('left-out', 'shared', 'failed', 'unreadable', 'no-longer-listed'),
  messages: some,
});

/** The mailbox that a run was at when it ended. */
const unfinished = fc
  .record({ excluded: some, archived: some, rest: some })
  .map(({ excluded, archived, rest }) => {
    const selected = archived + rest;
    return { onServer: excluded + selected, selected, archived };
  });

const outcome = fc
  .record({
    mailboxes: fc.array(finished, { maxLength: 4 }),
    others: fc.array(other, { maxLength: 4 }),
    unfinished: fc.option(unfinished, { nil: undefined }),
    notReached: fc.array(fc.constant('Sent'), { maxLength: 1 }),
  })
  .map(known => ({
    ...{ problems: [], stored: 0, storedBytes: 0, warnings: 0, milliseconds: 0 },
    ...known,
  })) as fc.Arbitrary<Outcome>;

test('the sum adds up to what the server has, whatever the engine found, and is not said where nobody knows it', async () => {
  const i18n = await loadWords('en');
  fc.assert(
    fc.property(outcome, found => {
      const verdict = judge(found);
      render(createElement(I18nextProvider, { i18n }, createElement(Sum, { verdict })));
      if (found.notReached.length > 0) {
        expect(screen.queryAllByRole('definition')).toEqual([]);
        cleanup();
        return;
      }
      const [whole, ...parts] = screen
        .getAllByRole('definition')
        .map(({ textContent }) => Number(textContent?.replaceAll(',', '')));
      cleanup();
      const counted = [...found.mailboxes, ...(found.unfinished ? [found.unfinished] : [])]
        .map(({ onServer }) => onServer)
        .concat(
          found.others
            .filter(({ reason }) => reason !== 'no-longer-listed')
            .map(({ messages = 0 }) => messages),
        );
      expect(whole).toBe(counted.reduce((sum, each) => sum + each, 0));
      expect(parts).toHaveLength(3);
      expect(parts.reduce((sum, each) => sum + each, 0)).toBe(whole);
      expect(parts[0]).toBe(verdict.archived);
    }),
    { numRuns: 60 },
  );
});
