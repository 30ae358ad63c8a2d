import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MailboxName, mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { LikeNames } from '../../../../electron/engine/run/recognise/like-names.ts';
import { isSameMessage, judgeSample } from '../../../../electron/engine/run/recognise/same-mail.ts';

const compared = fc
  .integer({ min: 0, max: 100 })
  .chain(sampled => fc.tuple(fc.constant(sampled), fc.integer({ min: 0, max: sampled })))
  .chain(([sampled, found]) =>
    fc.record({
      sampled: fc.constant(sampled),
      found: fc.constant(found),
      unmoved: fc.integer({ min: 0, max: found }),
    }),
  );

describe('what counts as the same mail', () => {
  test.each([
    [{ sampled: 100, found: 75, unmoved: 75 }, 'as-it-was'],
    [{ sampled: 100, found: 75, unmoved: 74 }, 'same'],
    [{ sampled: 100, found: 74, unmoved: 74 }, 'other'],
    [{ sampled: 1, found: 1, unmoved: 1 }, 'as-it-was'],
    [{ sampled: 2, found: 1, unmoved: 1 }, 'other'],
    [{ sampled: 3, found: 2, unmoved: 0 }, 'other'],
    [{ sampled: 4, found: 3, unmoved: 0 }, 'same'],
    [{ sampled: 0, found: 0, unmoved: 0 }, 'other'],
  ])('%o: %s', (comparison, verdict) => {
    expect(judgeSample(comparison)).toBe(verdict);
  });

  test('never with a quarter missing, nor with nothing to compare; always with all of it', () => {
    fc.assert(
      fc.property(compared, comparison => {
        const { sampled, found, unmoved } = comparison;
        const verdict = judgeSample(comparison);
        if (sampled === 0 || found * 4 < sampled * 3) expect(verdict).toBe('other');
        else expect(verdict).toBe(unmoved * 4 < sampled * 3 ? 'same' : 'as-it-was');
      }),
    );
  });

  test('a message: the header fields and one of size and second, and what is not known never counts', () => {
    const known = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
    const message = fc
      .record({ key: fc.constantFrom('a', 'b'), size: known, second: known, more: fc.nat(999) })
      .map(({ key, size, second, more }) => ({
        uid: 1,
        key,
        ...(size !== undefined && { size }),
        ...(second !== undefined && { internalDate: second * 1000 + more }),
        second,
      }));
    fc.assert(
      fc.property(message, message, (own, their) => {
        const isSize = own.size !== undefined && own.size === their.size;
        const isSecond = own.second !== undefined && own.second === their.second;
        expect(isSameMessage(own, their)).toBe(own.key === their.key && (isSize || isSecond));
        expect(isSameMessage(their, own)).toBe(isSameMessage(own, their));
      }),
    );
  });
});

describe('names of one mailbox on two servers', () => {
  const level = fc.string({ minLength: 1, maxLength: 8 }).map(text => text.replace(/[./\\]/g, '_'));
  const path = fc.uniqueArray(level, { minLength: 1, maxLength: 3 });
  const named = (levels: readonly string[], delimiter: string): MailboxName =>
    mailboxName(levels.join(delimiter), delimiter);

  test('another separator, with and without a prefix: the same levels come first', () => {
    fc.assert(
      fc.property(path, path, fc.boolean(), (levels, others, isBelow) => {
        fc.pre(levels[0]?.toUpperCase() !== 'INBOX' && others[0]?.toUpperCase() !== 'INBOX');
        fc.pre(levels.join('/').normalize() !== others.join('/').normalize());
        const there = named(isBelow ? ['INBOX', ...levels] : levels, '.');
        const names = new LikeNames([named(others, '.'), there]);
        expect([...names.of(named(levels, '/'))][0]).toBe(there);
      }),
    );
  });

  test.each([
    ['INBOX', ['Archive/INBOX', 'INBOX', 'Sent'], ['INBOX', 'Archive/INBOX']],
    ['INBOX/Sent', ['Old/Sent', 'Sent'], ['Sent', 'Old/Sent']],
    ['[Gmail]/Sent', ['Drafts', 'Sent'], ['Sent']],
    ['Sent', ['Drafts'], []],
  ])('%s among %o: %o', (name, listed, likely) => {
    const names = new LikeNames(listed.map(each => mailboxName(each, '/')));
    expect([...names.of(mailboxName(name, '/'))].map(({ key }) => key)).toEqual(likely);
  });
});
