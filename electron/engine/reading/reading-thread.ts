import type { Invitation } from '../../../shared/model/invitation.ts';
import { withMessage } from '../mail/message-file.ts';
import { decodedPieces } from '../mail/part-bytes.ts';
import { serveRequests } from '../thread/serve-requests.ts';
import { longestCalendar, type ReadInvitation, readInvitation } from './invitation/invitation.ts';
import { picturePage } from './preview/picture.ts';
import { textPage } from './preview/text.ts';
import { protectionOf } from './protection/protection.ts';
import { rootsHere } from './protection/roots-here.ts';
import type { Roots } from './protection/trust.ts';
import type { FileOf, ReadingCalls } from './reading-calls.ts';

/** Bytes of a text that are read. */
const longestText = 2_000_000;

let roots: Roots | undefined;

serveRequests<ReadingCalls>({
  picture: ({ path, place }) => withMessage(path, file => picturePage(file, place)),
  async text({ kind, ...file }) {
    const { bytes, isCut } = await beginning(file, longestText);
    const page = textPage(kind, bytes, file.charset);
    return { ...page, isCut: page.isCut || isCut };
  },
  async invitations(files) {
    const found = new Map<string, Invitation>();
    for (const { index, ...file } of files) {
      const { bytes } = await beginning(file, longestCalendar);
      const read = readOr(() => readInvitation(bytes, file.charset));
      if (read === undefined || found.has(read.identity)) continue;
      found.set(read.identity, { index, ...read.invitation });
    }
    return [...found.values()];
  },
  protection({ path }) {
    roots ??= rootsHere();
    const known = roots;
    return withMessage(path, file => {
      const { signatures, encryptions } = protectionOf(file, known);
      return { signatures, encryptions };
    });
  },
});

function beginning(
  { path, place }: FileOf,
  most: number,
): Promise<{ bytes: Buffer; isCut: boolean }> {
  return withMessage(path, file => {
    const pieces: Buffer[] = [];
    let length = 0;
    for (const piece of decodedPieces(file, place)) {
      pieces.push(Buffer.from(piece));
      length += piece.length;
      if (length > most) break;
    }
    return { bytes: Buffer.concat(pieces, Math.min(length, most)), isCut: length > most };
  });
}

/** A library may throw whatever it likes at what a stranger wrote. */
function readOr(read: () => ReadInvitation | undefined): ReadInvitation | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
