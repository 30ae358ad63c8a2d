import type { Message } from '../../servers/scripted/message.ts';
import { pdf } from './attachments.ts';
import { compose } from './compose.ts';
import { accounts, building, desk, library, newsletter, office, printer } from './people.ts';

export const archived: readonly Message[] = [
  compose({
    id: 'heating',
    date: '2024-02-05T07:20:00Z',
    from: building,
    to: office,
    subject: 'Heating',
    text: 'The heating on the second floor works again.\nPlease keep the windows shut until noon.\n',
  }),
  compose({
    id: 'year-2023',
    date: '2024-03-01T09:12:00Z',
    from: accounts,
    to: office,
    subject: 'The year 2023 in figures',
    text: 'The closing figures are attached. Nothing has changed since the draft.\n',
    attachments: [pdf('year-2023.pdf', ['The year 2023', 'Income 48,200', 'Spending 46,950'])],
    flags: ['\\Seen', '\\Flagged'],
  }),
  compose({
    id: 'urlop',
    date: '2024-05-14T11:00:00Z',
    from: accounts,
    to: desk,
    cc: office,
    subject: 'Żądanie urlopu',
    text: 'Proszę o potwierdzenie urlopu w lipcu.\nDziękuję.\n',
    charset: 'iso-8859-2',
  }),
  compose({
    id: 'fapiao',
    date: '2024-06-18T03:05:00Z',
    from: printer,
    to: accounts,
    cc: office,
    subject: '关于发票的问题',
    text: '请查收附件中的发票。\n如有问题请及时联系我们。\n',
    charset: 'gb18030',
    attachments: [pdf('fapiao.pdf', ['Invoice 2024-088', '200 folders, 90.00 EUR'])],
  }),
  compose({
    id: 'garden-0',
    date: '2024-09-02T05:30:00Z',
    from: newsletter,
    to: office,
    subject: 'What to sow in September',
    text: 'In September: lamb’s lettuce and spinach.\n',
    html: '<html><body><p>In September: <b>lamb’s lettuce</b> and spinach.</p></body></html>\n',
  }),
  compose({
    id: 'loan-0',
    date: '2024-11-29T06:00:00Z',
    from: library,
    to: office,
    subject: 'Your loan was extended',
    text: 'Gardens on roofs: now due on 3 January.\n',
  }),
];
