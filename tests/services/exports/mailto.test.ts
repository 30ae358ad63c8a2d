import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MessageFile } from '../../../electron/engine/mail/message-file.ts';
import { replyFacts } from '../../../electron/engine/mail/reply.ts';
import { mailtoOf } from '../../../electron/services/exports/mailto.ts';

const mailto = (...lines: string[]) =>
  mailtoOf(replyFacts(new MessageFile(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`))));

test('a reply goes where the author wants it, says what it answers, and is called as replies are', () => {
  expect(mailto('From: Ann <ann@example.org>', 'Subject: A & B', 'Message-ID: <1@x>')).toBe(
    'mailto:ann@example.org?subject=Re%3A%20A%20%26%20B&In-Reply-To=%3C1%40x%3E',
  );
  expect(
    mailto('From: ann@example.org', 'Reply-To: List: one@x.org, <two@x.org>;', 'Subject: RE: a'),
  ).toBe('mailto:one@x.org,two@x.org?subject=RE%3A%20a');
});

test('a name that looks like an address is none', () => {
  expect(mailto('From: =?utf-8?q?=3Cfoe@example.com=3E?= <friend@example.org>')).toBe(
    'mailto:friend@example.org?subject=Re%3A%20',
  );
  expect(mailto('From: nobody', 'Subject: x')).toBeUndefined();
});

test('whatever a sender writes, the address is one, short, and adds no field', () => {
  fc.assert(
    fc.property(
      fc.record({
        addresses: fc.array(
          fc.oneof(
            fc.emailAddress(),
            fc.string({ unit: 'binary' }).map(s => `${s}@x`),
          ),
          { maxLength: 12 },
        ),
        subject: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.constant('č'.repeat(1_000)),
        ),
        messageId: fc.option(
          fc.string({ unit: 'binary' }).map(s => `${s}@x`),
          { nil: undefined },
        ),
      }),
      facts => {
        const address = mailtoOf(facts);
        if (address === undefined) return;
        expect(address.length).toBeLessThanOrEqual(2_000);
        expect(address).toMatch(
          /^mailto:[\w!'()*.~%@,-]+(\?subject=[\w!'()*.~%-]*(&In-Reply-To=[\w!'()*.~%-]+)?)?$/,
        );
        expect(URL.canParse(address)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
