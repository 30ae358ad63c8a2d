import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { localDay, utcDay } from '../../store/days.ts';
import { filterFaults } from '../../store/filters.ts';
import { isInboxOnly } from '../../store/server-kind.ts';
import { Toggle } from '../../ui/controls/check.tsx';
import { DateInput } from '../../ui/controls/date-input.tsx';
import { SizeInput } from '../../ui/controls/size-input.tsx';
import { useWords } from '../../words/use-words.ts';
import { ExtrasChoice } from './extras-choice.tsx';
import { useForm } from './form.ts';

/** How much of each message, and which messages. */
export function MoreChoices(): ReactElement {
  const { t } = useWords();
  const { draft, change } = useStore(useForm());
  const { headersOnly, unseenOnly, receivedSince, receivedBefore, largerThan, smallerThan } = draft;
  const faults = filterFaults(draft);
  return (
    <div className="card card-padded stack">
      <Toggle
        label={t('what.headersOnly')}
        hint={t('what.headersOnlyHint')}
        on={headersOnly}
        onChange={on => change({ headersOnly: on })}
      />
      {!isInboxOnly(draft) && (
        <Toggle
          label={t('what.unseenOnly')}
          hint={t('what.unseenOnlyHint')}
          on={unseenOnly}
          onChange={on => change({ unseenOnly: on })}
        />
      )}
      <ExtrasChoice chosen={draft} host={draft.server.host} onChange={change} />
      <div className="filters">
        <DateInput
          label={t('what.since')}
          value={receivedSince === undefined ? undefined : localDay(receivedSince)}
          onChange={start => change({ receivedSince: start && utcDay(start) })}
        />
        <DateInput
          label={t('what.before')}
          value={receivedBefore === undefined ? undefined : localDay(receivedBefore)}
          onChange={start => change({ receivedBefore: start && utcDay(start) })}
        />
        <SizeInput
          label={t('what.larger')}
          value={largerThan}
          onChange={bytes => change({ largerThan: bytes })}
        />
        <SizeInput
          label={t('what.smaller')}
          value={smallerThan}
          onChange={bytes => change({ smallerThan: bytes })}
        />
      </div>
      {faults.map(fault => (
        <p key={fault} className="wrong" role="alert">
          {t(`what.wrong.${fault}`)}
        </p>
      ))}
      <p className="small quiet">{t('what.filtersHint')}</p>
    </div>
  );
}
