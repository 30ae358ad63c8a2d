import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MessageFile } from '../../../electron/engine/mail/message-file.ts';
import { type Part, readStructure } from '../../../electron/engine/mail/structure.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type { BodyStructure } from '../../../electron/engine/protocol/response.ts';
import { connect } from '../../../electron/engine/session/session.ts';
import { messageWithFiles } from '../../fixtures/mail/attached.ts';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { drawnCostly } from '../../fixtures/mail/costly.ts';
import { fieldCases } from '../../fixtures/mail/field-cases.ts';
import { Random } from '../../fixtures/mail/random.ts';
import { type Dovecot, dovecotMissing, startDovecot } from '../../servers/dovecot.ts';
import { serverAt } from '../session/open-connection.ts';

/** Messages: field cases, generated ones, files in many ways, and what was made to be hostile. */
const many = 500;

/** Field cases that the reader reads in its own way, for what stands in them. */
const readDifferently = [
  'boundary-rfc2231',
  // Dovecot counts the line end before the outer boundary.
  'forwarded-with-content-id',
  'no-header',
  'no-header-1-body-behind-fields',
  'no-header-2-part-without-header',
  'no-header-3-looks-like-a-field',
  'rfc2231-3-encoded-boundary-and-both-names',
  'twice-1-transfer-encoding',
  'twice-2-commas-and-blanks',
  'twice-3-plain-and-html',
  'two-content-types',
];

interface Named {
  readonly name: string;
  readonly bytes: Buffer;
}

function messages(): Named[] {
  const random = new Random(5);
  const hostile = drawnCostly(random);
  const kinds = [
    (index: number) => ({ name: `generated ${index}`, bytes: generateMessage(index) }),
    (index: number) => ({ name: `with files ${index}`, bytes: messageWithFiles(random) }),
    (index: number) => {
      const { name, make } = hostile.next().value;
      return { name: `hostile ${index}: ${name}`, bytes: make(2_000) };
    },
  ] as const;
  const lines = (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replace(/\r?\n/g, '\r\n').replaceAll('\0', ' '), 'latin1');
  const first = fieldCases().map(({ name, bytes }) => ({ name, bytes }));
  const rest = Array.from({ length: many - first.length }, (_, index) => random.pick(kinds)(index));
  // Dovecot counts a lone LF as two bytes and changes NULs: such messages would not be what it describes.
  return [...first, ...rest].map(({ name, bytes }) => ({ name, bytes: lines(bytes) }));
}

/** One line a part. */
function served(structure: BodyStructure, path = '1'): string[] {
  if (structure.kind === 'multipart') {
    const own = `${path} multipart/${structure.subtype.toLowerCase()}`;
    return [own, ...structure.parts.flatMap((each, index) => served(each, `${path}.${index + 1}`))];
  }
  const { type, subtype, encoding, size } = structure;
  const media = `${type}/${subtype}`.toLowerCase();
  return [`${path} ${media} ${encoding.toLowerCase()} ${size}`];
}

function read(part: Part, path = '1'): string[] {
  // A multipart without parts has an empty one in the server's grammar, which wants at least one.
  if (part.parts.length === 0 && part.type.startsWith('multipart/')) {
    return [`${path} ${part.type}`, `${path}.1 text/plain 7bit 0`];
  }
  if (part.parts.length > 0) {
    const inner = part.parts.flatMap((each, index) => read(each, `${path}.${index + 1}`));
    return [`${path} ${part.type}`, ...inner];
  }
  return [`${path} ${part.type} ${part.encoding || '7bit'} ${part.end - part.start}`];
}

const missing = dovecotMissing();
describe.skipIf(missing)(`BODYSTRUCTURE${missing ? ` (left out: ${missing})` : ''}`, () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  }, 60_000);
  afterAll(() => dovecot?.stop());

  test(`of ${many} messages is what the reader finds`, { timeout: 120_000 }, async () => {
    const all = messages();
    const user = await dovecot.user();
    await dovecot.deliver(user, 'Structures', ...all);
    const session = await connect({
      server: serverAt(dovecot.ports.imap, { timeout: 60_000 }),
      onWarning: () => {},
    });
    try {
      await session.login(user.name, user.password);
      await session.examine(mailboxName('Structures'));
      const different: Record<string, unknown> = {};
      let compared = 0;
      await session.uidFetch('1:*', ['UID', 'BODYSTRUCTURE', 'BODY.PEEK[]'], answer => {
        const {
          uid = 0,
          bodyStructure,
          sections: [section],
        } = answer;
        const { name = '' } = all[uid - 1] ?? {};
        if (section?.data?.kind !== 'memory' || bodyStructure === undefined) {
          different[name] = 'not told';
          return;
        }
        const theirs = served(bodyStructure);
        const ours = read(readStructure(new MessageFile(Buffer.from(section.data.bytes))).root);
        compared += 1;
        if (theirs.join('\n') !== ours.join('\n')) different[name] = { theirs, ours };
      });
      expect(compared + Object.values(different).filter(each => each === 'not told').length).toBe(
        many,
      );
      const names = Object.keys(different);
      // Where there is no header, or another one than the grammar wants, a server may find less than a reader has to.
      expect(names.filter(name => !name.startsWith('hostile'))).toEqual(readDifferently);
      expect(names.length - readDifferently.length).toBeLessThan(many / 10);
    } finally {
      session.destroy();
    }
  });
});
