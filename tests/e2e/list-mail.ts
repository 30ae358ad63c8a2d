interface Plain {
  readonly id: string;
  readonly from?: string;
  readonly to: string;
  readonly subject: string;
  readonly day: string;
  readonly answers?: readonly string[];
  readonly body: string;
}

const anna = 'Anna <anna@example.org>';
const karel = 'Karel <karel@example.org>';

function letter({ id, from = karel, to, subject, day, answers = [], body }: Plain) {
  const ids = answers.map(each => `<${each}@example.org>`);
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date(day).toUTCString()}`,
    `Message-ID: <${id}@example.org>`,
    ...(ids.length === 0 ? [] : [`References: ${ids.join(' ')}`, `In-Reply-To: ${ids.at(-1)}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ];
  const bytes = `${head.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
  return { bytes, internalDate: new Date(day), flags: ['\\Seen'] };
}

/** What Anna has: a conversation about the harvest in two folders, a letter that she wrote, and one that she began. */
export const annasMailboxes = [
  {
    name: 'INBOX',
    messages: [
      letter({
        ...{ id: 'harvest', to: anna, subject: 'Harvest', day: '2025-09-01T08:00:00Z' },
        body: 'Can you come on Saturday? We need eight pairs of hands.',
      }),
      letter({
        ...{ id: 'bill', from: 'Water works <bills@example.com>', to: anna, subject: 'A bill' },
        ...{ day: '2025-09-02T08:00:00Z', body: `Please pay.\n${'A line of it.\n'.repeat(400)}` },
      }),
      letter({
        ...{ id: 'thanks', to: anna, subject: 'Re: Harvest', day: '2025-09-03T08:00:00Z' },
        ...{ answers: ['harvest', 'coming'], body: '> I am coming.\n\nThank you, bring boots.' },
      }),
    ],
  },
  {
    name: 'Sent',
    attributes: ['\\Sent'],
    messages: [
      letter({
        ...{ id: 'coming', from: anna, to: karel, subject: 'Re: Harvest' },
        ...{ day: '2025-09-02T18:00:00Z', answers: ['harvest'], body: 'I am coming.' },
      }),
    ],
  },
  {
    name: 'Drafts',
    attributes: ['\\Drafts'],
    messages: [
      letter({
        ...{ id: 'draft', from: anna, to: 'Petr <petr@example.org>', subject: 'A walk' },
        ...{ day: '2025-09-04T08:00:00Z', body: 'Shall we walk to the mill?' },
      }),
    ],
  },
  ...[
    'Projects',
    'Projects/Vineyard',
    'Projects/Vineyard/2025',
    'Projects/Vineyard/2025/Photographs of the upper slope',
  ].map((name, index) => ({
    name,
    messages: [
      letter({
        ...{ id: `project-${index}`, to: anna, subject: `A project, level ${index + 1}` },
        ...{ day: '2024-01-02T08:00:00Z', body: 'More of it.' },
      }),
    ],
  })),
];

/** What came to the office: the harvest again, and Karel's first letter once more. */
export const officeMailboxes = [
  {
    name: 'INBOX',
    messages: [
      letter({
        ...{ id: 'harvest', to: 'office@example.org', subject: 'Harvest' },
        ...{ day: '2025-09-01T08:00:00Z', body: 'Can you come on Saturday?' },
      }),
      letter({
        ...{ id: 'invoice', to: 'office@example.org', subject: 'Re: Harvest, the invoice' },
        ...{ day: '2025-09-05T08:00:00Z', answers: ['harvest'], body: 'For the office.' },
      }),
    ],
  },
];
