import { join } from 'node:path';
import { SearchIndex } from '../../../electron/engine/search/search-index.ts';
import { parse } from '../../../shared/search/parse.ts';
import { measure } from '../measure/measure.ts';
import type { Figure } from '../report/results.ts';
import type { Outcome, Stage } from '../stage.ts';
import { type SearchCorpus, writeCorpus } from './corpus.ts';
import { peers } from './peers.ts';
import { asText, asTyped, type Question, someQuestions } from './questions.ts';

/** Names of the figures, where the targets find them. */
export const searchFigures = {
  throughput: (who: string, messages: number) => `search, ${messages}: ${who}, messages a second`,
  size: (who: string, messages: number) => `search, ${messages}: ${who}, index, % of the text`,
  query: (who: string, kind: Question['kind'] | 'typed', messages: number) =>
    `search, ${messages}: ${who}, ${kind}, p95, ms`,
  memory: (messages: number) => `search, ${messages}: Mailstow, memory while indexing, MB`,
} as const;

/** Rows of a page. */
const page = 50;

/**
 * The same messages indexed and asked by us, notmuch and mu. Ours are asked as the window asks: rows with snippets, from
 * threads that are there; the others by their commands, which are all they have.
 */
export function searchBesidePeers(messages: number, isAlone = false) {
  return async (stage: Stage): Promise<Outcome> => {
    stage.report(`search: writing ${messages} messages`);
    const corpus = writeCorpus(join(stage.folder, 'corpus'), messages);
    const questions = someQuestions(corpus);
    const figures = await ours(stage, corpus, questions);
    for (const peer of isAlone ? [] : peers) {
      const seconds = await peer.index(corpus, stage.signal);
      figures.push(
        { name: searchFigures.throughput(peer.name, messages), value: messages / seconds },
        {
          name: searchFigures.size(peer.name, messages),
          value: (100 * peer.bytes(corpus)) / corpus.text,
        },
        ...latencies(peer.name, messages, questions, question => peer.ask(corpus, question)),
      );
    }
    for (const { name, value } of figures) stage.report(`${name}: ${value.toFixed(1)}`);
    return { timings: [], figures };
  };
}

async function ours(
  { programs, signal }: Stage,
  corpus: SearchCorpus,
  questions: readonly Question[],
): Promise<Figure[]> {
  const { messages, archive: folder } = corpus;
  // Everything from nothing: the list of the files, the index, and a word that is in none.
  const search = ['search', '--files', folder, 'thewordthatisinnone'];
  const shell = [
    'sh',
    '-c',
    '"$@"; test $? -le 1',
    '-',
    process.execPath,
    programs.mailstow,
    ...search,
  ];
  const { seconds, peakMemory } = await measure(shell as [string, ...string[]], signal);
  const index = new SearchIndex({ folder });
  try {
    const { bytes, done } = await index.status();
    if (done !== messages) throw new Error(`Only ${done} of ${messages} messages are indexed.`);
    const ask = async (text: string): Promise<number> => {
      const { query } = parse(text);
      const start = performance.now();
      for (;;) {
        const asked = { query, sort: 'date', descending: true, offset: 0, limit: page } as const;
        const { hits, goesOn } = await index.search(asked);
        // The first that are found are shown while the others are looked for.
        if (goesOn && hits.length === 0) continue;
        await index.rows(query, hits);
        return performance.now() - start;
      }
    };
    await ask('warm');
    const times = new Map<Question, number>();
    for (const question of questions) times.set(question, await ask(asText(question)));
    const typed: number[] = [];
    for (const text of asTyped(questions)) typed.push(await ask(text));
    const name = 'Mailstow';
    return [
      { name: searchFigures.throughput(name, messages), value: messages / seconds },
      { name: searchFigures.size(name, messages), value: (100 * bytes) / corpus.text },
      ...(peakMemory === undefined
        ? []
        : [{ name: searchFigures.memory(messages), value: peakMemory / 1e6 }]),
      ...latencies(name, messages, questions, question => times.get(question) ?? 0),
      { name: searchFigures.query(name, 'typed', messages), value: p95(typed) },
    ];
  } finally {
    await index.close();
  }
}

function latencies(
  who: string,
  messages: number,
  questions: readonly Question[],
  ask: (question: Question) => number,
): Figure[] {
  const kinds = new Set(questions.map(({ kind }) => kind));
  return [...kinds].map(kind => {
    const times = questions.filter(each => each.kind === kind).map(ask);
    return { name: searchFigures.query(who, kind, messages), value: p95(times) };
  });
}

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}
