import { isUtf8 } from 'node:buffer';
import type {
  BodySection,
  BodyStructure,
  Disposition,
  FetchResponse,
} from '../../../engine/protocol/response.ts';
import type { AskedItem } from './fetch-items.ts';

/** Bytes of one section that are printed among the others; a larger one is only counted. */
export const largestShown = 1024 * 1024;

/** The bytes of a section: as text where they are one, else in base64; counted where they are too many. */
export type Shown =
  | { readonly bytes: number; readonly text: string }
  | { readonly bytes: number; readonly base64: string }
  | { readonly bytes: number; readonly leftOut: true }
  /** The server says NIL. */
  | { readonly bytes: null };

/** A message as `mailstow fetch --json` prints it; called while its bytes are there. */
export function describe(message: FetchResponse, asked: readonly AskedItem[]) {
  const { uid, sequence, flags, internalDate, size, modseq, envelope, bodyStructure } = message;
  const { emailId, threadId, gmailMessageId, gmailThreadId, gmailLabels } = message;
  return {
    uid,
    sequence,
    flags,
    internalDate: internalDate === undefined ? undefined : new Date(internalDate).toISOString(),
    size,
    // Numbers of 64 bits are texts, which every reader of JSON keeps whole.
    modseq: modseq?.toString(),
    emailId,
    threadId,
    gmailMessageId: gmailMessageId?.toString(),
    gmailThreadId: gmailThreadId?.toString(),
    gmailLabels,
    envelope,
    bodyStructure: bodyStructure && structureJson(bodyStructure, '', true),
    binarySizes: message.binarySizes,
    sections: message.sections.map(section => ({
      item: nameOf(section, asked),
      ...(section.origin !== undefined && { origin: section.origin }),
      ...shown(section),
    })),
  };
}

export type Described = ReturnType<typeof describe>;

/** A part of a message, with the number by which `BODY[…]` asks for it. */
export interface DescribedPart {
  /** Absent for the whole of a message of several parts. */
  readonly part?: string;
  readonly type: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly id?: string | null;
  readonly description?: string | null;
  readonly encoding?: string;
  readonly size?: number;
  readonly lines?: number | undefined;
  readonly md5?: string | null | undefined;
  readonly disposition?: { type: string; parameters: Record<string, string> } | null | undefined;
  readonly language?: readonly string[] | undefined;
  readonly location?: string | null | undefined;
  readonly envelope?: FetchResponse['envelope'];
  readonly parts?: readonly DescribedPart[];
}

/**
 * @param part number of the part; '' for a message's own body
 * @param isBody the body of a message, whose only part has the number 1 (RFC 9051 section 6.4.5.1)
 */
function structureJson(structure: BodyStructure, part: string, isBody: boolean): DescribedPart {
  const { disposition, language, location } = structure;
  const shared = { disposition: dispositionJson(disposition), language, location };
  const below = (number: number) => (part === '' ? `${number}` : `${part}.${number}`);
  if (structure.kind === 'multipart') {
    return {
      ...(part !== '' && !isBody && { part }),
      type: `multipart/${structure.subtype}`.toLowerCase(),
      ...(structure.parameters && { parameters: Object.fromEntries(structure.parameters) }),
      ...shared,
      parts: structure.parts.map((each, index) => structureJson(each, below(index + 1), false)),
    };
  }
  const { type, subtype, parameters, id, description, encoding, size, lines, md5 } = structure;
  const own = isBody ? below(1) : part;
  return {
    part: own,
    type: `${type}/${subtype}`.toLowerCase(),
    parameters: Object.fromEntries(parameters),
    ...{ id, description, encoding, size, lines, md5 },
    ...shared,
    ...(structure.envelope && { envelope: structure.envelope }),
    ...(structure.body && { parts: [structureJson(structure.body, own, true)] }),
  };
}

function dispositionJson(disposition: Disposition | null | undefined) {
  if (!disposition) return disposition;
  return { type: disposition.type, parameters: Object.fromEntries(disposition.parameters) };
}

/** As it was asked for: a server answers RFC822 by that name, and means BODY[]. */
function nameOf({ section, isBinary }: BodySection, asked: readonly AskedItem[]): string {
  const old = section === '' ? 'RFC822' : `RFC822.${section}`;
  const isAskedAs = (name: string) => asked.some(({ item }) => item === name);
  if (isBinary) return `BINARY[${section}]`;
  const isOld = isAskedAs(old) && !isAskedAs(`BODY.PEEK[${section}]`);
  return isOld ? old : `BODY[${section}]`;
}

function shown({ data }: BodySection): Shown {
  if (data === null) return { bytes: null };
  if (data.kind === 'streamed') return { bytes: data.size, leftOut: true };
  const { bytes } = data;
  if (bytes.length > largestShown) return { bytes: bytes.length, leftOut: true };
  if (isText(bytes)) return { bytes: bytes.length, text: bytes.toString('utf8') };
  return { bytes: bytes.length, base64: bytes.toString('base64') };
}

/** UTF-8 without control characters but those of lines. */
function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !/[^\P{Cc}\t\r\n]/u.test(bytes.toString('utf8'));
}
