import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Filters } from '../../store/library.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { DateInput } from '../../ui/controls/date-input.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { useWords } from '../../words/use-words.ts';

/** The field that the key for finding leads to. */
export const listFilterId = 'library-filter';

/** Milliseconds. */
const day = 86_400_000;

/** The quick filter of the list: who, what, from when to when. */
export function ListFilter(): ReactElement {
  const { t } = useWords();
  const { filters, filter } = useStore(useStores().library);
  const { sender = '', subject = '', since, before } = filters;
  const change = (part: Partial<Filters>) => void filter({ ...filters, ...part });
  const isFiltered = Object.values(filters).some(each => each !== undefined);
  return (
    <div className="list-filter">
      <Field
        label={t('library.filterSender')}
        inputId={listFilterId}
        type="search"
        value={sender}
        onChange={text => change({ sender: text === '' ? undefined : text })}
      />
      <Field
        label={t('library.filterSubject')}
        type="search"
        value={subject}
        onChange={text => change({ subject: text === '' ? undefined : text })}
      />
      <DateInput
        label={t('library.since')}
        value={since}
        onChange={start => change({ since: start })}
      />
      <DateInput
        label={t('library.before')}
        value={before === undefined ? undefined : before - 1}
        onChange={start => change({ before: start === undefined ? undefined : nextDay(start) })}
      />
      {isFiltered && (
        <Button size="small" kind="quiet" onClick={() => void filter({})}>
          {t('library.clear')}
        </Button>
      )}
    </div>
  );
}

/** The start of the day after, in the person's time zone, where a day may have 23 or 25 hours. */
function nextDay(start: number): number {
  return new Date(start + 1.5 * day).setHours(0, 0, 0, 0);
}
