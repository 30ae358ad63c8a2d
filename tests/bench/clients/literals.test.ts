import { expect, test } from 'vitest';
import { Literals } from './literals.ts';

const answer = Buffer.from(
  '* 1 FETCH (UID 7 BODY[] {5}\r\na{3}\r)\r\n* 2 FETCH (UID 9 BODY[] {0}\r\n)\r\nt1 OK done\r\n',
);

test.each([1, 2, 3, 7, answer.length])('literals come whole in pieces of %d bytes', size => {
  const found: { uid: string | undefined; text: string }[] = [];
  const literals = new Literals({
    begin: line => found.push({ uid: /UID (\d+)/.exec(line)?.[1], text: '' }),
    piece: bytes => {
      const last = found.at(-1);
      if (last) last.text += bytes.toString();
    },
    end: () => {
      const last = found.at(-1);
      if (last) last.text += '.';
    },
  });
  for (let at = 0; at < answer.length; at += size) literals.take(answer.subarray(at, at + size));
  expect(found).toEqual([
    { uid: '7', text: 'a{3}\r.' },
    { uid: '9', text: '.' },
  ]);
});
