import type { Message } from '../../servers/scripted/message.ts';
import { pdf } from './attachments.ts';
import { compose } from './compose.ts';
import { building, desk, office, tokyo, warehouse } from './people.ts';

export const sent: readonly Message[] = [
  compose({
    id: 'lift-2',
    date: '2025-01-08T10:02:00Z',
    from: office,
    to: building,
    cc: desk,
    subject: 'Re: The lift stands still on Friday',
    after: ['lift-1'],
    text: 'Thank you. Is there another way up for the paper delivery?\n\n> The lift is serviced on Friday between 8 and 12.\n',
  }),
  compose({
    id: 'lift-4',
    date: '2025-01-08T12:00:00Z',
    from: office,
    to: building,
    subject: 'Re: The lift stands still on Friday',
    after: ['lift-1', 'lift-2', 'lift-3'],
    text: 'Good, we will tell them to use the yard.\n',
  }),
  compose({
    id: 'lager-44-answer',
    date: '2025-01-13T09:30:00Z',
    from: office,
    to: warehouse,
    subject: 'Re: Lieferung 44: zwei Kisten fehlen',
    after: ['lager-44'],
    text: 'Guten Tag,\n\nwir haben den Spediteur gefragt; die Kisten kommen am Mittwoch.\n\nMit freundlichen Grüßen\nMain Office\n',
  }),
  compose({
    id: 'tokyo-2',
    date: '2025-01-16T09:00:00Z',
    from: office,
    to: tokyo,
    subject: 'Re: 来週の会議の日程について',
    after: ['tokyo-1'],
    text: 'Thank you, Tuesday at ten is fine.\nThe plan is attached.\n',
    attachments: [
      pdf('plan.pdf', ['Plan for Tuesday', '1. Figures', '2. Spring', '3. Anything else']),
    ],
  }),
];
