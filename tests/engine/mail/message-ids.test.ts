import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Header } from '../../../electron/engine/mail/header/header.ts';
import { threadIds } from '../../../electron/engine/mail/header/message-ids.ts';

const idsOf = (...lines: string[]) => threadIds(new Header(Buffer.from(lines.join('\r\n'))));
const numberOf = (id: string) => idsOf(`Message-ID: <${id}>`).own;

test('own, references and what is answered, each once', () => {
  expect(
    idsOf(
      'Message-ID: <three@example.org>',
      'In-Reply-To: <two@example.org>',
      'References: <one@example.org>',
      '\t<two@example.org>',
    ),
  ).toEqual({
    own: numberOf('three@example.org'),
    answered: [numberOf('one@example.org'), numberOf('two@example.org')],
  });
  expect(numberOf('one@example.org')).not.toBe(numberOf('two@example.org'));
});

test.each([
  ['without any', []],
  ['with empty ones', ['Message-ID: <>', 'References: < >']],
  ['with a sentence that has an address', ['In-Reply-To: Your letter, Anna <anna@example.org>']],
  ['that answers itself', ['In-Reply-To: <>']],
])('a message %s is alone', (_what, lines) => {
  expect(idsOf(...lines)).toEqual({ own: undefined, answered: [] });
});

test('a message that names itself among its references goes in no circle', () => {
  const own = numberOf('one@example.org');
  expect(idsOf('Message-ID: <one@example.org>', 'References: <one@example.org>')).toEqual({
    own,
    answered: [],
  });
});

test('of thousands the first and the last count', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `<${index}@x>`);
  const { answered } = idsOf(`References: ${many.slice(0, 2_000).join(' ')}`);
  expect(answered.length).toBeLessThanOrEqual(24);
  expect(answered[0]).toBe(numberOf('0@x'));
  expect(answered.at(-1)).toBe(numberOf('1999@x'));
});

test('whatever a stranger writes, few numbers come of it, each a whole one', () => {
  const piece = fc.oneof(fc.constantFrom('<', '>', ' ', '@', '\t', '<a@b>'), fc.string());
  const field = fc.array(piece, { maxLength: 200 }).map(pieces => pieces.join(''));
  fc.assert(
    fc.property(field, field, field, (id, reply, references) => {
      const { own, answered } = idsOf(
        `Message-ID: ${id}`,
        `In-Reply-To: ${reply}`,
        `References: ${references}`,
      );
      const all = own === undefined ? answered : [own, ...answered];
      expect(all.length).toBeLessThanOrEqual(25);
      expect(new Set(all).size).toBe(all.length);
      expect(all.every(Number.isSafeInteger)).toBe(true);
    }),
  );
});
