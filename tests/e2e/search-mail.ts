import { plantedMessages } from '../fixtures/search/planted-messages.ts';

/** A letter of the vineyard's: HTML with the word above, far below, in a tag, and where nobody sees it. */
const html = `<div style="display:none">The vineyard is hidden here.</div>
<p>Dear Anna, the road to the <b>vine</b>yard is open again.</p>
${'<p>One more line about the weather.</p>'.repeat(80)}
<p>Shall we meet in the old Vineyard?</p>`;

interface Plain {
  readonly from: string;
  readonly subject: string;
  readonly day: string;
  readonly type?: string;
  readonly body: string;
}

function letter({ from, subject, day, type = 'text/plain; charset=utf-8', body }: Plain) {
  const head = [
    `From: ${from}`,
    'To: Anna <anna@example.org>',
    `Subject: ${subject}`,
    `Date: ${new Date(day).toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
  ];
  const bytes = `${head.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
  return { bytes, internalDate: new Date(day) };
}

/** What the first account has: letters about a vineyard, and the messages with planted words. */
export const vineyardMailboxes = [
  {
    name: 'INBOX',
    messages: [
      letter({
        from: '=?utf-8?q?=C3=89lodie?= Martin <elodie@example.org>',
        subject: 'The road in June',
        day: '2024-06-03T12:00:00Z',
        type: 'text/html; charset=utf-8',
        body: html,
      }),
      letter({
        from: '=?utf-8?q?=C3=89lodie?= Martin <elodie@example.org>',
        subject: 'Vineyard in autumn',
        day: '2025-10-14T12:00:00Z',
        body: 'We walked to the old vineyard\nbefore noon. Then to another vineyard.',
      }),
      ...plantedMessages().map(({ bytes }) => ({ bytes })),
    ],
  },
  {
    name: 'Family/2019',
    messages: [
      letter({
        from: 'Karel <karel@example.org>',
        subject: 'Grape harvest',
        day: '2019-09-02T12:00:00Z',
        body: 'We need eight pairs of hands in the upper vineyard.',
      }),
    ],
  },
];

/** What the second account has. */
export const officeMailboxes = [
  {
    name: 'INBOX',
    messages: [
      letter({
        from: 'Office <office@example.com>',
        subject: 'Minutes',
        day: '2023-03-01T12:00:00Z',
        body: 'The vineyards were sold.',
      }),
    ],
  },
];
