import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { Filters } from '../../store/library.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';

const sorts = ['date', 'sender', 'subject', 'size', 'attachments', 'unread'] as const;

/** How many there are, in which order, and the quick filter. */
export function ListControls(): ReactElement {
  const { t } = useWords();
  const { total, status, sort, descending, sortBy, filters, filter } = useStore(
    useStores().library,
  );
  const filtered = Object.values(filters).some(each => each !== undefined);
  const [open, setOpen] = useState(filtered);
  const changeFilters = (part: Partial<Filters>) => void filter({ ...filters, ...part });
  return (
    <div className="list-controls">
      <div className="list-controls-line">
        <Select
          label={t('library.sortBy')}
          labelUnseen
          value={sort}
          options={sorts.map(value => ({ value, label: t(`library.sort.${value}`) }))}
          onChange={sortBy}
        />
        <Button aria-label={t('library.descending')} onClick={() => sortBy(sort)}>
          <Icon name={descending ? 'down' : 'up'} />
        </Button>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('library.filter')}
        </Button>
      </div>
      {open && <FilterFields filters={filters} onChange={changeFilters} />}
      <div className="list-controls-line">
        <p className="small quiet" role="status">
          {status === 'loading' ? t('loading') : t('library.total', { count: total })}
        </p>
        {filtered && (
          <Button kind="quiet" onClick={() => filter({})}>
            {t('library.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface FilterProps {
  readonly filters: Filters;
  onChange(part: Partial<Filters>): void;
}

function FilterFields({ filters, onChange }: FilterProps): ReactElement {
  const { t } = useWords();
  const { sender = '', subject = '', since, before } = filters;
  return (
    <div className="list-filters">
      <Field
        label={t('library.filterSender')}
        type="search"
        value={sender}
        onChange={text => onChange({ sender: text === '' ? undefined : text })}
      />
      <Field
        label={t('library.filterSubject')}
        type="search"
        value={subject}
        onChange={text => onChange({ subject: text === '' ? undefined : text })}
      />
      <Field
        label={t('library.since')}
        type="date"
        value={toDay(since)}
        onChange={day => onChange({ since: startOf(day, 0) })}
      />
      <Field
        label={t('library.before')}
        type="date"
        value={toDay(before === undefined ? undefined : before - 1)}
        onChange={day => onChange({ before: startOf(day, 1) })}
      />
    </div>
  );
}

/** Milliseconds since 1970 at the start of this day in the person's time zone, so many days later. */
function startOf(day: string, later: number): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return new Date(year, month - 1, date + later).getTime();
}

/** The day of a moment in the person's time zone, as a date field takes it. */
function toDay(time: number | undefined): string {
  if (time === undefined) return '';
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
