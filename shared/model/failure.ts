import * as z from 'zod';

/** How far a failure reaches; the scope alone decides what goes on after it. */
const failureScope = z.enum(['message', 'mailbox', 'account', 'run']);
export type FailureScope = z.infer<typeof failureScope>;

/** Every way in which a run can fail, named after what a person would say happened; it decides the exit code. */
const failureKinds = [
  'arguments',
  'credentials-file',
  'output-folder',
  'uidvalidity-file-missing',
  'uidvalidity-file-malformed',
  'name-not-found',
  'connection',
  'certificate',
  'unknown-response',
  'transmit',
  'receive',
  'no-answer',
  'unparsable-response',
  'no-uids',
  'no-uidvalidity',
  'message-not-stored',
  'removal',
  'login-refused',
  'sign-in-needed',
  'mailbox-not-found',
  'mailbox-not-listed',
  'folder-in-use',
  'disk-full',
  'other-account',
  'stopped',
  'defect',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** What a sentence is filled with: data as it is, or a word that every language has of its own. */
export const failureArg = z.union([
  z.string(),
  z.number(),
  z.object({ word: z.string() }).readonly(),
]);
export type FailureArg = z.infer<typeof failureArg>;

/** A failure as data: what crosses a process boundary, is logged and is shown. Never holds a secret. */
export const failure = z.object({
  /** Of a report by a later version it may be one that this version does not know. */
  kind: z.custom<FailureKind>(value => typeof value === 'string'),
  scope: failureScope,
  /** Which sentence tells of it, see failure-codes.ts; absent in what earlier versions wrote. */
  code: z.string().exactOptional(),
  /** What the sentence is filled with, by name. */
  args: z.record(z.string(), failureArg).readonly().exactOptional(),
  /** What happened, one plain sentence in English. */
  message: z.string(),
  /** What the person can do about it, one plain sentence in English. */
  nextStep: z.string(),
  /** The server's own words, as they came; data, never markup. */
  serverText: z.string().exactOptional(),
  /** Where the server says that its sign-in is described: an https URL of its own words, asked for nowhere yet. */
  openidConfiguration: z.string().exactOptional(),
  /** What it says that a token has to be good for. */
  openidScope: z.string().exactOptional(),
  mailbox: z.string().exactOptional(),
  uid: z.number().exactOptional(),
  /** Where the bytes the server sent for it are kept, relative to the archive. */
  rawPath: z.string().exactOptional(),
});
export type Failure = Readonly<z.infer<typeof failure>>;
