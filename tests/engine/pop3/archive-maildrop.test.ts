import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parseReport } from '../../../electron/engine/report/parse-report.ts';
import { fileOf, storedMessages, test } from '../../both-layouts.ts';
import { aMessage } from '../../servers/scripted-pop3/server.ts';
import { dropAccount } from './drop-account.ts';

const three = [aMessage(1), aMessage(2), aMessage(3)];

describe('an ordinary maildrop', () => {
  test('is archived once, as UIDs 1, 2, 3', async () => {
    const account = await dropAccount({ messages: three });
    const result = await account.run();
    expect(result.verdict).toMatchObject({
      state: 'complete',
      onServer: 3,
      archived: 3,
      stored: 3,
    });
    expect(storedMessages(account.folder)).toEqual(
      Object.fromEntries(
        three.map(({ bytes }, index) => [`MSG_INBOX_${index + 1}.txt`, bytes.toString('latin1')]),
      ),
    );
    account.server.drop.push(aMessage(4));
    const again = await account.run();
    expect(again).toMatchObject({ stored: 1, verdict: { state: 'complete', archived: 4 } });
    expect(account.server.count('RETR')).toBe(4);
    expect(account.server.count('TOP')).toBe(0);
    const third = await account.run();
    expect(third).toMatchObject({ stored: 0, verdict: { state: 'complete' } });
    expect(account.server.count('RETR')).toBe(4);
    expect(account.server.lines.some(line => /dele/i.test(line))).toBe(false);
    const json = JSON.parse(readFileSync(join(account.folder, '.mailstow/account.json'), 'utf8'));
    expect(json).toEqual({ user: 'user', host: '127.0.0.1', protocol: 'pop3' });
    const report = readFileSync(join(account.folder, '.mailstow/certificate.json'), 'utf8');
    expect(parseReport(report)?.account).toEqual(json);
    expect(readFileSync(join(account.folder, '.uidvalidity'), 'utf8')).toBe('INBOX=110\n');
    expect(fileOf(account.folder, 'MSG_INBOX_4.txt')).toBeTruthy();
  });
});
