import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageFile } from '../../../electron/engine/mail/message-file.ts';
import { readPgp } from '../../../electron/engine/reading/protection/openpgp.ts';
import { protectionOf } from '../../../electron/engine/reading/protection/protection.ts';
import { Roots } from '../../../electron/engine/reading/protection/trust.ts';
import type { Protection, Signature } from '../../../shared/model/protection.ts';
import { view } from '../mail/a-message.ts';

/** What OpenSSL and GnuPG wrote; see `make.ts` beside it. */
const folder = join(import.meta.dirname, '../../fixtures/mail/protected');
const bytesOf = (name: string) => readFileSync(join(folder, `${name}.eml`));
const trusting = new Roots([readFileSync(join(folder, 'authority.pem'), 'utf8')]);

function look(bytes: Buffer | string, roots = trusting): Protection {
  const { signatures, encryptions } = protectionOf(new MessageFile(Buffer.from(bytes)), roots);
  return { signatures, encryptions };
}

/** In few words. */
const told = ({ signatures }: Protection) =>
  signatures.map(({ state, reason, isSender, signer, covers }) =>
    [state, reason, isSender ? 'sender' : 'other', signer?.trust, covers].join(' '),
  );
const change = (name: string, from: string, to: string) => {
  const text = bytesOf(name).toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), 'latin1');
};

describe('S/MIME', () => {
  test.each([
    ['detached', 'holds  sender known whole'],
    ['opaque', 'holds  sender known whole'],
    ['opaque-in-pieces', 'holds  sender known whole'],
    ['key-id', 'holds  sender known whole'],
    ['no-attributes', 'holds  sender known whole'],
    ['pss', 'holds  sender known whole'],
    ['sha1', 'holds  sender known whole'],
    ['ecdsa', 'holds  sender known whole'],
    ['expired', 'holds  sender not-valid-then whole'],
    ['self-made', 'holds  sender self-made whole'],
    ['not-for-mail', 'holds  sender not-for-mail whole'],
    // One authority lets none come below it.
    ['too-long-a-path', 'holds  sender unknown whole'],
    ['no-certificate', 'unchecked no-certificate other  whole'],
  ])('%s: %s', (name, expected) => {
    expect(told(look(bytesOf(name)))).toEqual([expected]);
  });

  test('tells who signed, when and how', () => {
    const [signature] = look(bytesOf('detached')).signatures;
    expect(signature).toMatchObject({
      kind: 'smime',
      signer: { name: 'Anna', addresses: ['anna@example.org'], issuer: 'Middle' },
      method: 'SHA256, RSA 2048',
      isWeak: false,
    });
    expect(signature?.signedAt).toBeGreaterThan(Date.UTC(2026, 0));
    expect(look(bytesOf('sha1')).signatures[0]?.isWeak).toBe(true);
  });

  test('nobody vouches where the authority is not trusted here', () => {
    expect(told(look(bytesOf('detached'), new Roots([])))).toEqual(['holds  sender unknown whole']);
  });

  test('what was changed does not hold, wherever it was changed', () => {
    const altered = 'broken altered sender known whole';
    expect(told(look(change('detached', 'Friday', 'Monday')))).toEqual([altered]);
    expect(told(look(change('detached', 'plan.csv', 'plan.exe')))).toEqual([altered]);
    expect(told(look(change('detached', '--inner--', '--inner--\r\n')))).toEqual([altered]);
    expect(told(look(change('detached', 'Friday. \r\n', 'Friday.\r\n')))).toEqual([altered]);
    expect(told(look(change('no-attributes', 'Friday', 'Monday')))).toEqual([altered]);
  });

  test('somebody else than the sender signed', () => {
    const other = 'holds  other known whole';
    expect(told(look(change('detached', 'anna@example.org', 'boss@example.org')))).toEqual([other]);
    const named = change(
      'detached',
      'Anna <anna@example.org>',
      '"anna@example.org" <x@example.net>',
    );
    expect(told(look(named))).toEqual([other]);
    // Case makes no other address.
    const shouted = change('detached', 'anna@example.org', 'ANNA@Example.ORG');
    expect(told(look(shouted))).toEqual(['holds  sender known whole']);
  });

  test('a file with bare line feeds holds as it was signed', () => {
    const bare = bytesOf('detached').toString('latin1').replaceAll('\r\n', '\n');
    expect(told(look(Buffer.from(bare, 'latin1')))).toEqual(['holds  sender known whole']);
  });

  test('a part of a message', () => {
    const text = bytesOf('detached').toString('latin1');
    const end = text.indexOf('Content-Type:');
    const wrapped = `${text.slice(0, end)}Content-Type: multipart/mixed; boundary=list\r\n\r\n--list\r\n${text.slice(end)}\r\n--list\r\nContent-Type: text/plain\r\n\r\nTo leave the list, pay.\r\n--list--\r\n`;
    expect(told(look(Buffer.from(wrapped, 'latin1')))).toEqual(['holds  sender known part']);
  });

  test('two signers, and a signature around another', () => {
    expect(told(look(bytesOf('two-signers'))).toSorted()).toEqual([
      'holds  other known whole',
      'holds  sender known whole',
    ]);
    expect(told(look(bytesOf('nested')))).toEqual([
      'holds  other known whole',
      'holds  sender known whole',
    ]);
  });

  test.each(['opaque', 'opaque-in-pieces', 'nested'])(
    '%s: what is wrapped is shown',
    async name => {
      const { text, attachments, note, isProtected } = await view(bytesOf(name));
      expect(text).toContain('The meeting is on Friday.');
      expect(attachments.map(each => each.name)).toEqual(['plan.csv']);
      expect([note, isProtected]).toEqual([undefined, true]);
    },
  );

  test('which keys open what is encrypted', () => {
    const [encryption] = look(bytesOf('encrypted')).encryptions;
    expect(encryption?.keys.map(({ kind }) => kind).toSorted()).toEqual(['key', 'key', 'password']);
    const ids = encryption?.keys.flatMap(key => (key.kind === 'key' ? [key.id] : []));
    expect(new Set(ids?.filter(id => /^[0-9A-F]{40}$/.test(id))).size).toBe(2);
    const [byNumber] = look(bytesOf('encrypted-by-number')).encryptions;
    expect(byNumber?.keys).toEqual([
      { kind: 'certificate', issuer: 'Middle', serial: expect.stringMatching(/^[0-9A-F]{20,}$/) },
    ]);
    expect(look(bytesOf('encrypted')).signatures).toEqual([]);
  });
});

describe('OpenPGP', () => {
  const listed = readFileSync(join(folder, 'pgp-keys.txt'), 'utf8');
  const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(listed)?.[1];
  const subkey = /^sub:.*?:.*?:.*?:([0-9A-F]{16}):/m.exec(listed)?.[1];

  test('signed: by which key, and that nobody checked', () => {
    for (const name of ['pgp-signed', 'pgp-written']) {
      const [signature] = look(bytesOf(name)).signatures;
      expect(signature).toMatchObject({ kind: 'openpgp', state: 'unchecked', reason: 'openpgp' });
      expect(signature?.keyIds).toEqual([fingerprint]);
      expect(signature?.signedAt).toBeGreaterThan(Date.UTC(2026, 0));
    }
  });

  test('encrypted: for which key', () => {
    const key = { kind: 'key', id: subkey, isHidden: false };
    for (const name of ['pgp-encrypted', 'pgp-written-encrypted']) {
      expect(look(bytesOf(name)).encryptions).toEqual([
        { kind: 'openpgp', covers: 'whole', keys: [key], total: 1 },
      ]);
    }
    const hidden = { kind: 'key', id: '', isHidden: true };
    expect(look(bytesOf('pgp-hidden')).encryptions[0]?.keys).toEqual([hidden]);
  });
});

describe('what a stranger writes', () => {
  const signed = bytesOf('opaque');
  const wrapped = (der: Uint8Array) =>
    `From: a@example.org\r\nContent-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(der).toString('base64')}\r\n`;
  const der = Buffer.from(
    signed.toString('latin1').split('\r\n\r\n')[1]?.split('\n\n').at(-1) ?? '',
    'base64',
  );
  const nothingHolds = ({ signatures }: Protection) =>
    signatures.every(({ state }: Signature) => state !== 'holds');

  test('any bytes: an answer, and never one that something holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(nothingHolds(look(wrapped(bytes)))).toBe(true);
        readPgp(Buffer.from(bytes));
        readPgp(
          Buffer.from(`-----BEGIN PGP MESSAGE-----\n\n${Buffer.from(bytes).toString('base64')}`),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a signature with any byte of what is signed changed does not hold', () => {
    const content = Buffer.from('The meeting is on Friday.');
    const text = bytesOf('detached');
    const at = text.indexOf(content);
    fc.assert(
      fc.property(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(text);
        changed[at + place] = (changed[at + place] ?? 0) ^ flip;
        expect(nothingHolds(look(changed))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('a structure with any byte changed is answered', () => {
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (place, byte) => {
        const changed = Buffer.from(der);
        changed[place] = byte;
        expect(look(wrapped(changed))).toBeDefined();
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['elements in elements', Buffer.from('3080'.repeat(100_000), 'hex')],
    [
      'many small ones',
      Buffer.concat([Buffer.from('30800609', 'hex'), Buffer.from('0500'.repeat(600_000), 'hex')]),
    ],
    ['a length that is none', Buffer.from('3087ffffffffffffff', 'hex')],
  ])('%s: no time is lost', (_what, bytes) => {
    const began = performance.now();
    expect(nothingHolds(look(wrapped(bytes)))).toBe(true);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
