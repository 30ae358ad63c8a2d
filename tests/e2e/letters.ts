import type { DeliveredMessage } from '../servers/dovecot/maildir.ts';

interface Letter {
  readonly from: string;
  readonly subject: string;
  readonly date: string;
  readonly type?: string;
  readonly body: string;
  readonly flags?: readonly string[];
}

/** A picture of one pixel from a server that must never hear of it; the name is nobody's (RFC 2606). */
export const tracker = 'https://pictures.example.com/opened.png';

export function letter({ from, subject, date, type, body, flags }: Letter): DeliveredMessage {
  const text = [
    `From: ${from}`,
    'To: "Accounts Team" <accounts@example.org>',
    `Subject: ${subject}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${Date.parse(date)}@example.com>`,
    'MIME-Version: 1.0',
    `Content-Type: ${type ?? 'text/plain; charset=utf-8'}`,
    'Content-Transfer-Encoding: 8bit',
    '',
    body,
    '',
  ].join('\n');
  return {
    bytes: Buffer.from(text.replaceAll('\n', '\r\n')),
    internalDate: new Date(date),
    ...(flags === undefined ? {} : { flags }),
  };
}

const withAttachments = `--part
Content-Type: text/html; charset=utf-8

<h1>Invoice 4711</h1><p>Dear team, please find the invoice attached.</p>
<img src="${tracker}" width="1" height="1" alt="">
--part
Content-Type: application/pdf; name="invoice-4711.pdf"
Content-Disposition: attachment; filename="invoice-4711.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQKJSVFT0YK
--part
Content-Type: application/octet-stream; name="viewer.exe"
Content-Disposition: attachment; filename="viewer.exe"
Content-Transfer-Encoding: base64

TVqQAAMAAAAEAAAA
--part--`;

const hostile = `<meta http-equiv="refresh" content="0;url=${tracker}?meta">
<base href="${tracker}?base"><link rel="stylesheet" href="${tracker}?link">
<style>@import url("${tracker}?import"); body { background: url("${tracker}?css") }</style>
<script>fetch("${tracker}?script"); parent.document.title = "taken"</script>
<img src="${tracker}?img" onerror="parent.document.title = 'taken'">
<svg><script>parent.document.title = "taken"</script><image href="${tracker}?svg"/></svg>
<form action="${tracker}?form"><button>Win</button></form>
<iframe src="${tracker}?frame"></iframe><a href="javascript:parent.document.title='taken'">Here</a>
<p style="background: url(${tracker}?style)">You have won.</p>`;

/** A few letters of every kind, oldest first. */
export const letters: readonly DeliveredMessage[] = [
  letter({
    from: 'Support Team <support@example.com>',
    subject: 'Welcome to the newsletter',
    date: '2025-03-02T09:15:00Z',
    flags: ['\\Seen'],
    body: 'Dear team,\n\nwelcome. You will hear from us once a month.\n\nThe Support Team',
  }),
  letter({
    from: 'Billing Team <billing@example.com>',
    subject: 'Invoice 4711',
    date: '2025-06-18T13:40:00Z',
    type: 'multipart/mixed; boundary=part',
    body: withAttachments,
  }),
  letter({
    from: 'Lottery Office <lottery@example.com>',
    subject: 'You have won',
    date: '2025-07-01T04:04:00Z',
    type: 'text/html; charset=utf-8',
    body: hostile,
  }),
  letter({
    from: '=?utf-8?q?=C3=9A=C4=8Detn=C3=AD_odd=C4=9Blen=C3=AD?= <ucetni@example.org>',
    subject: '=?utf-8?q?P=C5=99ehled_za_=C4=8Derven?=',
    date: '2025-07-04T11:00:00Z',
    flags: ['\\Seen'],
    body: 'Dobrý den,\n\nposíláme přehled za červen.',
  }),
];
