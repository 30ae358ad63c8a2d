import type { ReactElement } from 'react';
import type { Numbers } from '../../../shared/contract.ts';
import { attachmentKind } from '../../../shared/search/attachment-kinds.ts';
import { Years } from '../../parts/years.tsx';
import type { Measure } from '../../store/numbers.ts';
import { Empty } from '../../ui/feedback/empty.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { type Bar, Bars } from './bars.tsx';
import { type Scope, useLook } from './use-look.ts';

/** As many senders as anybody compares. */
const mostSenders = 20;

interface Props extends Scope {
  readonly numbers: Numbers;
  readonly measure: Measure;
}

/** The three tables of bars, under the sums of them. */
export function Counted({ numbers, measure, account, isAll }: Props): ReactElement {
  const { t, fileSize } = useWords();
  const look = useLook({ account, isAll });
  const { messages, bytes, years, undated, kinds, indexed, away } = numbers;
  if (messages === 0) {
    return (
      <>
        {away > 0 && <Notice kind="needs" message={t('numbers.away', { count: away })} />}
        <Empty icon="library" title={t('numbers.empty')} />
      </>
    );
  }
  const senders = numbers.senders.toSorted((a, b) => b[measure] - a[measure]).slice(0, mostSenders);
  const isCounted = indexed.done >= indexed.of;
  return (
    <>
      <div className="lead" role="status">
        <Facts facts={[t('start.messages', { count: messages }), fileSize(bytes)]} />
      </div>
      {away > 0 && <Notice kind="needs" message={t('numbers.away', { count: away })} />}
      <Bars
        title={t('numbers.years')}
        column={t('numbers.year')}
        measure={measure}
        above={measure === 'messages' && <Years years={years} large />}
        bars={years.toReversed().map(({ year, ...sum }) => ({
          ...{ key: `${year}`, label: `${year}`, ...sum },
          onLook: () => look(`on:${year}`),
        }))}
        rest={undated > 0 ? { label: t('numbers.undated'), messages: undated } : undefined}
      />
      <Bars
        title={t('numbers.senders')}
        column={t('numbers.sender')}
        measure={measure}
        bars={senders.map(sender => senderBar(sender, t('numbers.nobody'), look))}
        rest={restOf(numbers, senders, t('numbers.others'))}
      />
      <Bars
        title={t('numbers.kinds')}
        hint={isCounted || kinds.length > 0 ? t('numbers.kindsHint') : undefined}
        column={t('numbers.kind')}
        measure={measure}
        bars={kinds
          .toSorted((a, b) => b[measure] - a[measure])
          .map(({ type, ...sum }) => ({
            ...{ key: type, label: t(`find.type.${attachmentKind(type) ?? 'other'}`, { type }) },
            ...sum,
            onLook: () => look(`type:${type}`),
          }))}
        empty={t(isCounted ? 'numbers.noFiles' : 'numbers.notCounted')}
        note={!isCounted && kinds.length > 0 ? t('numbers.indexed', indexed) : undefined}
      />
    </>
  );
}

type Sender = Numbers['senders'][number];

function senderBar(
  { name, address, ...sum }: Sender,
  nobody: string,
  look: ReturnType<typeof useLook>,
): Bar {
  return {
    ...{ key: address, label: name === '' ? nobody : name, ...sum },
    detail: address === name.toLowerCase() ? undefined : address,
    onLook: look.from(address),
  };
}

function restOf({ messages, bytes }: Numbers, shown: readonly Sender[], label: string) {
  const rest = {
    label,
    messages: shown.reduce((left, sender) => left - sender.messages, messages),
    bytes: shown.reduce((left, sender) => left - sender.bytes, bytes),
  };
  return rest.messages > 0 ? rest : undefined;
}
