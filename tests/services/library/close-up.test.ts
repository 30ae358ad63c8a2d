import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AttachmentReader } from '../../../electron/engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../../electron/engine/search/attachments/node-door.ts';
import type { Deliverable, Host } from '../../../electron/services/host.ts';
import { openedFiles } from '../../../shared/model/library.ts';
import {
  type AFile,
  allFiles,
  anInvitation,
  protectedMessage,
  withFiles,
} from '../../fixtures/mail/close-up.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';
import { anApp } from '../an-app.ts';
import { nobody } from '../nobody.ts';

/** An app that has opened this message from its file. */
function withMessage(bytes: Buffer, options: Parameters<typeof anApp>[0] = {}) {
  const path = join(temporaryFolder(), 'message.eml');
  writeFileSync(path, bytes);
  onTestFinished(() => rmSync(path, { force: true }));
  const test = anApp(options);
  const which = { accountId: openedFiles, messageId: test.app.openedFiles.open(path) };
  return { ...test, which };
}

async function pageOf({ app }: ReturnType<typeof withMessage>, address: string) {
  const token = /([0-9a-f]{32})/.exec(address)?.[1] ?? '';
  return { token, page: await app.pages.page(token) };
}

describe('previews', () => {
  const files = allFiles();
  const at = (name: string) => files.findIndex(each => each.name === name);

  test('each kind as a page for the frame, or why not', async () => {
    const drawer = new AttachmentReader(nodeDoor());
    const opened = withMessage(withFiles('Files', files), { drawer });
    const { call, which, app } = opened;
    const preview = (name: string) =>
      call('library.previewAttachment', { ...which, index: at(name) });
    const picture = await preview('photo.png');
    if (picture.shows === 'nothing') throw new Error(picture.reason);
    expect(picture.shows).toBe('picture');
    const { token, page } = await pageOf(opened, picture.page);
    expect(page?.html).toContain('<img src="image-0"');
    expect((await app.pages.part(token, 'image-0'))?.type).toBe('image/png');
    expect(app.pages.allowsRemote(token)).toBe(false);

    const pdf = await preview('plan.pdf');
    if (pdf.shows === 'nothing') throw new Error(pdf.reason);
    expect(pdf).toMatchObject({ shows: 'pages', cut: false });
    const drawn = await pageOf(opened, pdf.page);
    expect(drawn.page?.html).toContain('class="unseen"');
    expect((await app.pages.part(drawn.token, 'image-0'))?.type).toBe('image/png');

    expect(await preview('rooms.csv')).toMatchObject({ shows: 'table' });
    expect(await preview('page.html')).toMatchObject({ shows: 'html' });
    expect(await preview('bomb.png')).toEqual({ shows: 'nothing', reason: 'too-large' });
    expect(await preview('program.exe')).toEqual({ shows: 'nothing', reason: 'unsupported' });
  });

  test('the window knows which files can be looked at', async () => {
    const { call, which } = withMessage(withFiles('Files', files));
    const { attachments } = await call('library.message', { ...which, remote: false });
    expect(attachments.map(each => each.preview)).toEqual([
      'picture',
      'pdf',
      'table',
      'html',
      'picture',
      undefined,
    ]);
  });
});

test('several files are handed over at once', async () => {
  const handed: Deliverable[] = [];
  const host: Host = {
    ...nobody,
    deliverAll: async files => {
      handed.push(...files);
      return { saved: files.length, folder: '/kept' };
    },
  };
  const { call, failureOf, which } = withMessage(withFiles('Files', allFiles()), { host });
  expect(await call('library.saveAttachments', { ...which, indexes: [2, 5] })).toEqual({
    saved: 2,
    folder: '/kept',
  });
  expect(handed.map(({ name, dangerous }) => [name, dangerous])).toEqual([
    ['rooms.csv', false],
    ['program.exe', true],
  ]);
  const [first] = handed;
  if (first === undefined) throw new Error('nothing was handed over');
  expect(await text(await first.open())).toBe('Day,Room\nFriday,12\n');
  expect(await failureOf('library.saveAttachments', { ...which, indexes: [9] })).toMatchObject({
    code: 'attachment-gone',
  });
});

describe('invitations', () => {
  const calendar = (name: string, bytes: string): AFile => ({ name, type: 'text/calendar', bytes });

  test('each event once, with the file that holds it', async () => {
    const other = anInvitation.replace('1@', '2@').replace('REQUEST', 'CANCEL');
    const files = [
      ...allFiles().slice(0, 1),
      calendar('invite.ics', anInvitation),
      calendar('again.ics', anInvitation),
      calendar('broken.ics', 'BEGIN:VCALENDAR'),
      calendar('off.ics', other),
    ];
    const { call, which } = withMessage(withFiles('Please come', files));
    const found = await call('library.invitations', which);
    expect(found.map(({ index, kind, summary }) => [index, kind, summary])).toEqual([
      [1, 'invitation', 'Summer plan'],
      [4, 'cancelled', 'Summer plan'],
    ]);
  });
});

describe('signatures', () => {
  test('what is signed is checked over the stored bytes', async () => {
    const { call, which } = withMessage(protectedMessage('opaque'));
    const { isProtected, attachments } = await call('library.message', { ...which, remote: false });
    expect([isProtected, attachments.map(({ name }) => name)]).toEqual([true, ['plan.csv']]);
    const { signatures } = await call('library.protection', which);
    // The authority of the test is nobody's that this machine trusts.
    expect(signatures).toMatchObject([
      { state: 'holds', isSender: true, signer: { trust: 'unknown' } },
    ]);
    expect(await call('library.previewAttachment', { ...which, index: 0 })).toMatchObject({
      shows: 'table',
    });
  });

  test('a message without any has none', async () => {
    const { call, which } = withMessage(withFiles('Plain', []));
    const { isProtected } = await call('library.message', { ...which, remote: false });
    expect(isProtected).toBeUndefined();
    expect(await call('library.protection', which)).toEqual({ signatures: [], encryptions: [] });
  });
});
