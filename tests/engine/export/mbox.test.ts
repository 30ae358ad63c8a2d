import { rmSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mboxOf } from '../../../electron/engine/export/mbox.ts';
import { FromQuoter } from '../../../electron/engine/export/quote-from.ts';
import { aWatch, oneByOne, someMessages } from './some-messages.ts';

/** What a reader of mboxrd does with the lines of a message. */
function unquoted(text: string): string {
  return text.replace(/^>(>*From )/gm, '$1');
}

const linesOfMail = fc
  .array(fc.constantFrom('From ', '>', 'F', 'Fro', '\n', '\r\n', 'From: a', ' ', 'x', '>From '), {
    maxLength: 60,
  })
  .map(parts => parts.join(''));

test('however a message is cut into pieces, taking the quotes away gives it back', () => {
  fc.assert(
    fc.property(linesOfMail, fc.array(fc.nat(7), { maxLength: 60 }), (text, cuts) => {
      const quoter = new FromQuoter();
      const out: Buffer[] = [];
      let rest = Buffer.from(text);
      for (const cut of cuts) {
        out.push(...quoter.take(rest.subarray(0, cut)));
        rest = rest.subarray(cut);
      }
      out.push(...quoter.take(rest), quoter.end());
      const quoted = Buffer.concat(out).toString();
      expect(quoted).not.toMatch(/^From /m);
      expect(unquoted(quoted)).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('messages stand behind a line that tells them apart, and end in an empty one', async () => {
  const watch = aWatch();
  const messages = someMessages(
    Buffer.from('Subject: One\r\n\r\nFrom here on\r\n'),
    Buffer.from('Subject: Two\n\nno end'),
    Buffer.from('gone'),
  );
  rmSync(messages[2]?.path ?? '');
  const mbox = (await buffer(mboxOf(oneByOne(messages), watch))).toString();
  expect(mbox).toBe(
    [
      'From MAILER-DAEMON Mon Jan  1 00:00:00 2024\n',
      'Subject: One\r\n\r\n>From here on\r\n\n',
      'From MAILER-DAEMON Tue Jan  2 00:00:00 2024\n',
      'Subject: Two\n\nno end\n\n',
    ].join(''),
  );
  expect(watch).toMatchObject({ wrote_: [30, 20], lacking: ['Message 3'] });
});
