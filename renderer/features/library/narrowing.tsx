import { type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import { printTerm } from '../../../shared/search/print.ts';
import { useStores } from '../../store/stores.ts';
import { type FieldName, suggestions } from '../../store/suggestions.ts';
import { Offers } from '../../ui/controls/chips.tsx';
import { useWords } from '../../words/use-words.ts';
import { focusSearch } from './search-field.tsx';
import { termIcon, useTermWords } from './use-term-words.ts';

/** Ways to narrow what was found, by what is typed and by what the first rows have. */
export function Narrowing(): ReactElement | null {
  const { t } = useWords();
  const { query, typed, pages, add } = useStore(useStores().search);
  const labelOf = useTermWords();
  const first = pages.get(0);
  const offered = useMemo(() => {
    const fieldName = (field: FieldName) => t(`find.field.${field}`);
    return suggestions({ query, typed }, first ?? [], { labelOf, fieldName });
  }, [query, typed, first, labelOf, t]);
  if (offered.length === 0) return null;
  return (
    <div className="narrowing">
      <Offers
        label={t('find.offers')}
        offers={offered.map(({ term }) => ({
          id: printTerm(term),
          label: labelOf(term),
          icon: termIcon(term),
        }))}
        onChoose={id => {
          const chosen = offered.find(({ term }) => printTerm(term) === id);
          if (chosen === undefined) return;
          add(chosen.term, chosen.typed);
          focusSearch();
        }}
      />
    </div>
  );
}
