import { expect } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import { AttachmentReader } from '../../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../../electron/engine/search/attachments/node-door.ts';
import { extensionNow, layoutNow, test } from '../../both-layouts.ts';
import {
  absentWords,
  plainMessages,
  plantedMessages,
} from '../../fixtures/search/planted-messages.ts';
import { run, temporaryFolder } from '../catalog/an-archive.ts';
import { storeFiles } from './an-archive-of-files.ts';
import { searchOf } from './an-index.ts';

const operators = {
  from: 'from:',
  to: 'to:',
  cc: 'to:',
  subject: 'subject:',
  filename: 'filename:',
};

test('every planted word finds its message and no other, where it stands', {
  timeout: 300_000,
}, async () => {
  const folder = temporaryFolder();
  const planted = plantedMessages();
  await run(
    folder,
    async archive => {
      const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await storeFiles(mailbox, [...planted.map(({ bytes }) => bytes), ...plainMessages(30)]);
    },
    { layout: layoutNow(), extension: extensionNow() },
  );
  const reader = new AttachmentReader(nodeDoor());
  const search = searchOf(folder, reader);
  await search.catchUp();
  const wrong: unknown[] = [];
  let words = 0;
  for (const [index, message] of planted.entries()) {
    for (const { word, place } of message.planted) {
      words += 1;
      const operator = place in operators ? operators[place as keyof typeof operators] : undefined;
      const queries = [word, `"${word}"`, ...(operator === undefined ? [] : [operator + word])];
      for (const query of queries) {
        const { rows } = await search.find(query);
        const isFound = rows.length === 1 && rows[0]?.uid === index + 1;
        const isPlaced = rows[0]?.where.includes(place === 'cc' ? 'to' : place) ?? false;
        if (!isFound || !isPlaced) {
          const found = rows.map(({ uid, where }) => [planted[uid - 1]?.id, where]);
          wrong.push({ id: message.id, query, place, found });
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(words).toBeGreaterThan(400);
  for (const word of absentWords) expect([word, await search.subjects(word)]).toEqual([word, []]);
  const locked = planted.flatMap(message => message.locked ?? []);
  const { rows } = await search.index.unreadable(500);
  const encrypted = rows.filter(({ reason }) => reason === 'encrypted');
  expect(encrypted.map(({ name }) => name).sort()).toEqual([...locked].sort());
  await search.index.close();
  await reader.close();
});
