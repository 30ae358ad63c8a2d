import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalOf } from '../../../electron/engine/pop3/run/arrival.ts';
import { timestampIn } from '../../../electron/engine/pop3/session/apop.ts';
import {
  capabilitiesOf,
  expiryOf,
  signInOffer,
} from '../../../electron/engine/pop3/session/capabilities.ts';
import {
  parseListed,
  parseStat,
  parseUidl,
} from '../../../electron/engine/pop3/session/listing.ts';
import { asksForUtf8, maildropRefused } from '../../../electron/engine/pop3/session/refusal.ts';

/** A line as the wire hands it over: one character an octet. */
const octets = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 })
  .map(bytes => String.fromCharCode(...bytes));
/** Mostly what a reader could stumble over. */
const line = fc.oneof(
  octets,
  fc
    .array(fc.constantFrom('1', '0', '9', ' ', '\t', '-', '.', '+', 'x', '99999999999'), {
      maxLength: 12,
    })
    .map(parts => parts.join('')),
);
const blank = fc.constantFrom(' ', '  ', '\t');

describe('what a server lists', () => {
  test('is a number from 1 and a size, or nothing', () => {
    fc.assert(
      fc.property(line, text => {
        const listed = parseListed(text);
        if (listed === undefined) return;
        expect(listed.number).toBeGreaterThan(0);
        expect(Number.isSafeInteger(listed.number)).toBe(true);
        expect(listed.size).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(listed.size)).toBe(true);
      }),
    );
  });

  test('is read whatever blanks stand there and whatever follows', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.integer({ min: 0, max: 2 ** 50 }),
    );
    fc.assert(
      fc.property(numbers, blank, octets, ([number, size], space, more) => {
        const told = `${number}${space}${size} ${more}`;
        expect(parseListed(told)).toEqual({ number, size });
        expect(parseStat(told)).toEqual({ messages: number, bytes: size });
      }),
    );
  });

  test('names a message by what has no blank in it', () => {
    const id = fc
      .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 1, maxLength: 70 })
      .map(codes => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.nat(), blank, id, (number, space, unique) => {
        expect(parseUidl(`${number}${space}${unique}${space}`)).toEqual({ number, id: unique });
        expect(parseUidl(`${number} ${unique} ${unique}`)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(line, text => {
        expect(parseUidl(text)?.id ?? 'x').toMatch(/^\S+$/);
      }),
    );
  });
});

describe('what a server says of itself', () => {
  test('never fails, and only what it names is offered', () => {
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, hasApop) => {
        const told = capabilitiesOf(lines);
        for (const name of told.offered.keys()) expect(name).toMatch(/^\S+$/);
        expect(expiryOf(told) ?? 0).toBeLessThan(1e6);
        expect(signInOffer(told, hasApop).has('AUTH=APOP')).toBe(hasApop);
      }),
    );
  });

  test('a timestamp is a whole one, or none', () => {
    fc.assert(
      fc.property(octets, text => {
        expect(timestampIn(text) ?? '<a@b>').toMatch(/^<[^<>\s]+@[^<>\s]+>$/);
      }),
    );
    expect(timestampIn('+OK ready <1.2@host> hello')).toBe('<1.2@host>');
  });

  test('a refusal is about the maildrop only by its code', () => {
    const refusals = [
      '[IN-USE] x',
      '[in-use',
      '[SYS/TEMP x]',
      '[SYS/TEMPO]',
      ' [IN-USE]',
      '[utf8]',
    ];
    fc.assert(
      fc.property(fc.oneof(octets, fc.constantFrom(...refusals)), text => {
        const isCode = /^\[(in-use|login-delay|sys\/temp|sys\/perm)[\s\]]/i.test(`${text} `);
        expect(maildropRefused(text) !== undefined).toBe(isCode);
        expect(asksForUtf8(text)).toBe(text.toUpperCase().startsWith('[UTF8]'));
      }),
    );
  });
});

describe('when a message came', () => {
  const now = Date.UTC(2026, 0, 1);

  test('is what can be true, in whole seconds, or nothing', () => {
    const field = fc.oneof(
      octets,
      fc.constantFrom('Received: by x;\r\n', 'Date: 1 Jan 2099 00:00:00\r\n', '\r\n\r\n', '\n.\n'),
    );
    fc.assert(
      fc.property(fc.array(field), parts => {
        const time = arrivalOf(Buffer.from(parts.join(''), 'latin1'), now);
        if (time === undefined) return;
        expect(time % 1000).toBe(0);
        expect(time).toBeGreaterThan(0);
        expect(time).toBeLessThanOrEqual(now + 86_400_000);
      }),
    );
  });

  test.each(['\r\n', '\n'])('the first Received tells, folded or not (%j)', end => {
    const head = [
      'Subject: Date: 1 Feb 2001 00:00:00 +0000',
      'Received: by one (for;you);',
      '\tMon, 1 Jan 2024 10:00:05 +0100',
      'Received: by two; Sun, 31 Dec 2023 10:00:00 +0000',
      'Date: Sat, 30 Dec 2023 09:00:00 +0000',
      '',
      'Received: in the text; 1 Jan 1999 00:00:00 +0000',
    ];
    const at = (lines: readonly string[]) => arrivalOf(Buffer.from(lines.join(end)), now);
    expect(at(head)).toBe(Date.UTC(2024, 0, 1, 9, 0, 5));
    expect(at(head.toSpliced(1, 3))).toBe(Date.UTC(2023, 11, 30, 9));
    expect(at(head.toSpliced(1, 4))).toBeUndefined();
  });
});
