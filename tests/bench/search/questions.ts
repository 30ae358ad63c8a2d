import { Random } from '../../fixtures/mail/random.ts';
import type { SearchCorpus } from './corpus.ts';

/** What a person looks for, in parts that every program is told in its own way. */
export interface Question {
  readonly kind: 'word' | 'two words' | 'phrase' | 'from';
  readonly words: readonly string[];
  /** Only where the sender has this word. */
  readonly from?: string;
}

/** Always the same 50, of words as rare as those that people remember of a message. */
export function someQuestions({ vocabulary, pairs }: SearchCorpus): Question[] {
  const random = new Random(3);
  const word = (from: number, to: number) => vocabulary[random.integer(from, to)] as string;
  const many = (count: number, make: (index: number) => Question) =>
    Array.from({ length: count }, (_, index) => make(index));
  return [
    ...many(15, () => ({ kind: 'word', words: [word(300, 20_000)] })),
    ...many(15, () => ({ kind: 'two words', words: [word(20, 500), word(500, 8_000)] })),
    ...many(10, index => ({ kind: 'phrase', words: pairs[index % pairs.length] ?? [] })),
    ...many(10, () => ({ kind: 'from', from: word(2, 200), words: [word(20, 2_000)] })),
  ];
}

/** What the window asks while each of the words is typed, from two letters on. */
export function asTyped(questions: readonly Question[]): string[] {
  return questions
    .filter(({ kind }) => kind === 'two words')
    .flatMap(({ words }) => {
      const text = words.join(' ');
      return Array.from({ length: text.length - 1 }, (_, index) => text.slice(0, index + 2));
    })
    .filter(text => !text.endsWith(' '));
}

/** As we and notmuch take it. */
export function asText({ kind, words, from }: Question): string {
  const text = kind === 'phrase' ? `"${words.join(' ')}"` : words.join(' ');
  return from === undefined ? text : `from:${from} ${text}`;
}
