import type { ReactElement } from 'react';
import type { Invitation, InvitationAnswer } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { eventTime, lastDay } from './event-time.ts';
import './invitation-card.css';

/** What a message invites to: what, when in the reader's time zone, where, who; or that it is called off. */
export function InvitationCard({ invitation }: { readonly invitation: Invitation }): ReactElement {
  const { t, language } = useWords();
  const { saveAttachment } = useStores().message.getState();
  const { index, kind, summary, location, description, more } = invitation;
  const title = summary || t('invitation.noTitle');
  const when = eventTime(invitation, language, t('invitation.elsewhere'));
  return (
    <section className="invitation" data-kind={kind} aria-label={t(`invitation.kind.${kind}`)}>
      <span className="invitation-icon">
        <Icon name={kind === 'cancelled' ? 'failed' : 'calendar'} />
      </span>
      <div className="invitation-words">
        <p className="invitation-kind small strong">{t(`invitation.kind.${kind}`)}</p>
        <h3>{title}</h3>
        <dl className="invitation-facts">
          <Fact name={t('invitation.when')}>{when}</Fact>
          {invitation.repeats !== undefined && (
            <Fact name={t('invitation.repeats')}>
              <Repeats repeats={invitation.repeats} />
            </Fact>
          )}
          <Fact name={t('invitation.where')}>{location}</Fact>
          <Fact name={t('invitation.by')}>{personOf(invitation.organizer)}</Fact>
          {invitation.total > 0 && (
            <Fact name={t(kind === 'answer' ? 'invitation.answers' : 'invitation.with')}>
              <People invitation={invitation} />
            </Fact>
          )}
        </dl>
        {description !== '' && (
          <Fold title={t('invitation.description')}>
            <p className="invitation-description">{description}</p>
          </Fold>
        )}
        {more > 0 && <p className="small quiet">{t('invitation.more', { count: more })}</p>}
      </div>
      <Button
        size="small"
        aria-label={t('invitation.saveNamed', { name: title })}
        onClick={() => void saveAttachment(index)}
      >
        {t('invitation.save')}
      </Button>
    </section>
  );
}

function Fact(props: {
  readonly name: string;
  readonly children: ReactElement | string;
}): ReactElement | null {
  if (props.children === '') return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Repeats(props: { readonly repeats: NonNullable<Invitation['repeats']> }): ReactElement {
  const { t, language } = useWords();
  const { every, interval, times, until } = props.repeats;
  const how =
    every === 'other'
      ? t('invitation.every.other')
      : t(`invitation.every.${every}`, { count: interval });
  const end =
    times !== undefined
      ? t('invitation.times', { count: times })
      : until === undefined
        ? ''
        : t('invitation.until', { day: lastDay(until, language) });
  return <>{end === '' ? how : `${how}, ${end}`}</>;
}

/** Of long lists the rest is counted. */
const mostShown = 12;

function People({ invitation }: { readonly invitation: Invitation }): ReactElement {
  const { t } = useWords();
  const { attendees, total } = invitation;
  const answers: Record<Exclude<InvitationAnswer, 'none'>, string> = {
    accepted: t('invitation.answer.accepted'),
    declined: t('invitation.answer.declined'),
    tentative: t('invitation.answer.tentative'),
  };
  const shown = attendees.slice(0, mostShown).map(each => {
    const who = personOf(each);
    return each.answer === 'none' ? who : `${who} (${answers[each.answer]})`;
  });
  const left = total - shown.length;
  if (left > 0) shown.push(t('invitation.others', { count: left }));
  return <>{shown.join(', ')}</>;
}

function personOf(person: Invitation['organizer']): string {
  if (person === undefined) return '';
  const { name, address } = person;
  return name === '' || name === address ? address : `${name} <${address}>`;
}
