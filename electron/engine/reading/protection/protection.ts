import type { Encryption, Protection, Signature } from '../../../../shared/model/protection.ts';
import { decodeBytes } from '../../mail/decode-part.ts';
import { parseAddresses } from '../../mail/header/addresses.ts';
import type { Header } from '../../mail/header/header.ts';
import { MessageFile } from '../../mail/message-file.ts';
import { isWrapping } from '../../mail/opened.ts';
import { Malformed } from '../../mail/signed/ber.ts';
import { readEncrypted, readSigned, type SignedData } from '../../mail/signed/cms.ts';
import { type Part, readStructure } from '../../mail/structure.ts';
import { checkSigner, unchecked } from './check-signer.ts';
import { mostArmor, readPgp } from './openpgp.ts';
import { keysOf } from './recipients.ts';
import { bytesInMemory, bytesOfPart, type SignedBytes } from './signed-bytes.ts';
import type { Roots } from './trust.ts';

/** Of each, and levels of what is wrapped in each other. */
const most = 20;
const deepest = 5;
/** Signers of one signature that are checked. */
const mostSigners = 5;
/** Bytes of a structure that is read whole. */
const longestStructure = 64 * 1024 * 1024;
/** Bytes of a message's texts that are looked at for OpenPGP written into them. */
const mostText = mostArmor;

/** How a message is signed and encrypted, and whether its signatures hold over the bytes that are stored. */
export function protectionOf(file: MessageFile, roots: Roots): Protection {
  const { root } = readStructure(file);
  const found = new Found(roots, root.header);
  found.look(root, file, 'whole', 0);
  return found;
}

type Covers = Signature['covers'];

class Found implements Protection {
  readonly signatures: Signature[] = [];
  readonly encryptions: Encryption[] = [];
  readonly #roots: Roots;
  readonly #from: readonly string[];
  readonly #date: number | undefined;
  #text = mostText;

  constructor(roots: Roots, header: Header) {
    this.#roots = roots;
    this.#from = addressesIn(header);
    this.#date = header.date;
  }

  /** @param covers whether what is wrapped so is all that the message shows */
  look(part: Part, file: MessageFile, covers: Covers, depth: number): void {
    if (depth > deepest || this.signatures.length + this.encryptions.length >= most) return;
    if (part.type === 'multipart/signed') this.#detached(part, file, covers);
    if (part.type === 'multipart/encrypted') this.#pgpEncrypted(part, file, covers);
    else if (isWrapping(part)) this.#cms(part, file, covers, depth);
    else if (part.type === 'text/plain') this.#written(part, file, covers);
    const shown = part.type === 'multipart/signed' ? part.parts.slice(0, 1) : part.parts;
    const isOnly = shown.length === 1 || part.type === 'multipart/alternative';
    for (const child of shown) this.look(child, file, isOnly ? covers : 'part', depth);
  }

  #detached(part: Part, file: MessageFile, covers: Covers): void {
    const [content, signature] = part.parts;
    const isPgp = /pgp/.test(`${part.parameters.get('protocol')} ${signature?.type}`);
    if (content === undefined || signature === undefined) {
      this.#add(unchecked(isPgp ? 'openpgp' : 'smime', covers, 'unreadable'));
      return;
    }
    const { bytes } = decodeBytes(file, signature, longestStructure);
    if (isPgp) this.#pgpSigned(bytes, covers);
    else this.#signed(bytes, bytesOfPart(file, content, signature), covers);
  }

  #cms(part: Part, file: MessageFile, covers: Covers, depth: number): void {
    if (part.end - part.start > longestStructure) {
      this.#add(unchecked('smime', covers, 'too-large'));
      return;
    }
    const { bytes } = decodeBytes(file, part, longestStructure);
    const recipients = tried(() => readEncrypted(bytes).recipients);
    if (recipients !== undefined) {
      const keys = recipients.flatMap(keysOf);
      const total = Math.max(keys.length, recipients.length);
      this.#encrypted({ kind: 'smime', covers, keys: keys.slice(0, most), total });
      return;
    }
    const data = tried(() => readSigned(bytes));
    if (data === undefined) {
      const isSigned = part.parameters.get('smime-type')?.toLowerCase() === 'signed-data';
      if (isSigned) this.#add(unchecked('smime', covers, 'unreadable'));
      else this.#encrypted({ kind: 'smime', covers, keys: [], total: 0 });
      return;
    }
    const { content } = data;
    // Certificates are sent so, which sign nothing.
    if (content === undefined) return;
    this.#signers(data, bytesInMemory(content), covers);
    const inner = new MessageFile(content);
    this.look(readStructure(inner).root, inner, covers, depth + 1);
  }

  #signed(bytes: Buffer, content: SignedBytes, covers: Covers): void {
    const data = tried(() => readSigned(bytes));
    if (data === undefined) this.#add(unchecked('smime', covers, 'unreadable'));
    else this.#signers(data, content, covers);
  }

  #signers(data: SignedData, content: SignedBytes, covers: Covers): void {
    const against = { from: this.#from, date: this.#date, roots: this.#roots, covers };
    for (const signer of data.signers.slice(0, mostSigners)) {
      this.#add(checkSigner(signer, data, content, against));
    }
    if (data.signers.length === 0) this.#add(unchecked('smime', covers, 'unreadable'));
  }

  #pgpSigned(bytes: Buffer, covers: Covers): void {
    const { signedBy, signedAt } = readPgp(bytes);
    this.#add({
      ...unchecked('openpgp', covers, 'openpgp'),
      keyIds: signedBy.slice(0, most),
      ...(signedAt === undefined ? {} : { signedAt }),
    });
  }

  #pgpEncrypted(part: Part, file: MessageFile, covers: Covers): void {
    const body = part.parts[1] ?? part.parts[0];
    if (body === undefined) return;
    this.#pgpKeys(decodeBytes(file, body, mostArmor).bytes, covers);
  }

  #pgpKeys(bytes: Buffer, covers: Covers): void {
    const { encryptedFor, hasPassword } = readPgp(bytes);
    const keys = encryptedFor.map(id => ({ kind: 'key', id, isHidden: id === '' }) as const);
    const all = [...keys, ...(hasPassword ? [{ kind: 'password' } as const] : [])];
    const total = all.length;
    this.#encrypted({ kind: 'openpgp', covers, keys: all.slice(0, most), total });
  }

  /** OpenPGP as it was written into texts before MIME had a place for it. */
  #written(part: Part, file: MessageFile, covers: Covers): void {
    if (part.disposition === 'attachment' || this.#text <= 0) return;
    this.#text -= part.end - part.start;
    const { bytes } = decodeBytes(file, part, mostText);
    const text = bytes.toString('latin1');
    const kind = /^-----BEGIN PGP (SIGNED )?MESSAGE-----/m.exec(text);
    if (kind === null) return;
    const isAll = text.slice(0, kind.index).trim() === '';
    const rest = Buffer.from(text.slice(kind.index), 'latin1');
    const how = isAll ? covers : 'part';
    // What calls itself a message may be signed and no more.
    if (kind[1] === undefined && readPgp(rest).isEncrypted) this.#pgpKeys(rest, how);
    else this.#pgpSigned(rest, how);
  }

  #add(signature: Signature): void {
    this.signatures.push(signature);
  }

  #encrypted(encryption: Encryption): void {
    this.encryptions.push(encryption);
  }
}

/** Of From alone: whoever stands in Sender is not whom a person sees. */
function addressesIn(header: Header): string[] {
  const groups = parseAddresses(header.first('from') ?? '');
  const all = groups.flatMap(each => each.group ?? [each]);
  return all.map(({ address = '' }) => address.toLowerCase()).filter(each => each !== '');
}

/** @returns undefined for what cannot be read so */
function tried<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
