import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, plantedDocuments } from '../../../fixtures/search/planted-documents.ts';
import {
  absentWords,
  plainMessages,
  plantedMessages,
} from '../../../fixtures/search/planted-messages.ts';
import {
  mostPlanted,
  plantedLanguages,
  plantedWord,
} from '../../../fixtures/search/planted-words.ts';
import { aReader, textOf } from './a-reader.ts';

const read = aReader();
const messages = plantedMessages();
/** The text of each message with all that is attached to it, by its id. */
const texts = new Map<string, string>();

beforeAll(async () => {
  for (const { id, bytes } of messages) texts.set(id, textOf(await read(`${id}.eml`, bytes)));
  for (const [at, bytes] of plainMessages(30).entries()) {
    texts.set(`plain-${at}`, textOf(await read('plain.eml', bytes)));
  }
});

describe('the planted words', () => {
  test('are of their own: none is part of another, whatever is made of its letters', () => {
    const words = plantedLanguages.flatMap(language =>
      Array.from({ length: mostPlanted }, (_, number) => folded(plantedWord(language, number))),
    );
    expect(new Set(words).size).toBe(plantedLanguages.length * mostPlanted);
    const all = words.join('\n');
    for (const word of words) expect(all.split(word).length, word).toBe(2);
  });

  test('are planted once each', () => {
    const words = messages.flatMap(({ planted }) => planted.map(({ word }) => word));
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThan(400);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    expect(absentWords.filter(word => words.includes(word))).toEqual([]);
  });

  test.each(messages.map(({ id, planted }) => ({ id, planted })))(
    '$id: every word is found in it, and in no other',
    ({ id, planted }) => {
      // Names of files are found by the message's own index.
      for (const { word } of planted) {
        const found = [...texts].filter(([, text]) => text.includes(word)).map(([each]) => each);
        expect(found, word).toEqual([id]);
      }
    },
  );

  test('what nobody can read is found nowhere', () => {
    const all = [...texts.values()].join('\n');
    for (const word of [...absentWords, 'pylonscript', 'pylonstyle'])
      expect(all).not.toContain(word);
  });
});

test.each(plantedDocuments)('$file is read by itself', async ({ file, type, isLocked, words }) => {
  const reading = await read(file, bytesOf({ file }), type);
  if (isLocked) {
    expect(reading).toEqual({ unread: 'encrypted' });
    return;
  }
  expect(reading).toMatchObject({ cut: false });
  for (const word of Object.values(words)) expect(textOf(reading)).toContain(word);
});

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFC');
}
