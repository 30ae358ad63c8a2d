import type { Message } from '../../servers/scripted/message.ts';
import { compose } from './compose.ts';
import { office, tokyo, warehouse } from './people.ts';

export const drafts: readonly Message[] = [
  compose({
    id: 'draft-1',
    date: '2025-01-23T08:00:00Z',
    from: office,
    to: tokyo,
    subject: '会議の議事録',
    text: '議事録をお送りします。\nご確認ください。\n',
    flags: ['\\Seen', '\\Draft'],
  }),
  compose({
    id: 'draft-2',
    date: '2025-01-24T15:30:00Z',
    from: office,
    to: warehouse,
    subject: 'Entwurf: Bestellung für Februar',
    text: 'Guten Tag,\n\nfür Februar brauchen wir zwölf Kisten der Größe L.\n',
    flags: ['\\Seen', '\\Draft'],
  }),
];
