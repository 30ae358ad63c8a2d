import { expect, onTestFinished, test } from 'vitest';
import { MailReader } from '../../../electron/engine/mail/mail-reader.ts';
import { knownCostly } from '../../fixtures/mail/costly.ts';
import { messageFile } from './a-message.ts';

test('the thread that asks works a tenth of a second at most for each', async () => {
  const reader = new MailReader();
  onTestFinished(() => reader.close());
  await reader.view(messageFile('Subject: warm\r\n\r\n'), { headersOnly: false, remote: false });
  for (const each of knownCostly()) {
    const path = messageFile(each.make(1_000_000));
    const before = process.threadCpuUsage();
    const { images } = await reader.view(path, { headersOnly: false, remote: false });
    const [image] = images;
    if (image !== undefined) for await (const piece of reader.part(path, image.place)) void piece;
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000, each.name.slice(0, 80)).toBeLessThan(100);
  }
});
