import { fold } from '../../../shared/search/fold.ts';
import { needle } from '../../../shared/search/marks.ts';
import type { Query } from '../../../shared/search/query.ts';
import type { MessageText } from './message-text.ts';
import type { FoundPlace } from './search-calls.ts';

const places = ['subject', 'from', 'to', 'filename'] as const;

/** Says in which fields of a message something stands that a query looks for. */
export class FoundPlaces {
  readonly #patterns = new Map<FoundPlace, RegExp>();

  constructor(query: Query) {
    const terms = query.flat().filter(term => term.kind === 'words' && !term.not);
    for (const place of places) {
      const needles = terms.flatMap(term => {
        if (term.kind !== 'words' || (term.field !== 'anywhere' && term.field !== place)) return [];
        return needle(term, place) ?? [];
      });
      if (needles.length > 0) this.#patterns.set(place, new RegExp(needles.join('|'), 'u'));
    }
  }

  of({ subject, from, to, files }: MessageText): FoundPlace[] {
    const texts = { subject, from, to, filename: files.map(({ name }) => name).join('\n') };
    return places.filter(place => this.#patterns.get(place)?.test(fold(texts[place])) ?? false);
  }
}
