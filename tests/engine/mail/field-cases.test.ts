import { afterAll, expect, test } from 'vitest';
import { messageJson } from '../../../electron/cli/mailstow/show.ts';
import { MailReader } from '../../../electron/engine/mail/mail-reader.ts';
import { withMessage } from '../../../electron/engine/mail/message-file.ts';
import { summarise } from '../../../electron/engine/mail/summary.ts';
import { fieldCases, insideBody } from '../../fixtures/mail/field-cases.ts';

const reader = new MailReader();
afterAll(() => reader.close());
const cases = fieldCases();

test('all cases are here', () => {
  expect(cases.length).toBeGreaterThanOrEqual(22 + 54);
});

test.each(cases.map(each => [each.name, each] as const))(
  '%s is shown right, and counted in the list as it is shown',
  async (_name, { path, expected }) => {
    const view = await reader.view(path, { headersOnly: false, remote: false });
    const json = await messageJson(reader, path, view);
    expect({ ...json, html: insideBody(json.html) }).toEqual(expected);
    const { attachments, date } = await withMessage(path, file => summarise(file, false));
    expect([attachments, date]).toEqual([json.attachments.length, view.date]);
    expect(view.attachments.map(({ size }) => size)).toEqual(
      json.attachments.map(({ size }) => size),
    );
  },
);
