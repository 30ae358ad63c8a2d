import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../../shared/contract.ts';
import { Skeleton } from '../../parts/skeleton.tsx';
import type { View } from '../../store/message.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Marked } from '../../ui/lists/marked.tsx';
import { useWords } from '../../words/use-words.ts';
import { type Matches, mostText } from './use-matches.ts';

interface Props {
  readonly message: Message;
  readonly view: View;
  readonly matches: Matches;
}

/** Begins the id of each mark on a message's page, as the engine writes it. */
const markId = 'mailstow-mark-';

export function MessageBody({ message, view, matches }: Props): ReactElement {
  const { t } = useWords();
  const { source, allowRemote } = useStore(useStores().message);
  if (view === 'headers') return <Headers message={message} />;
  if (view === 'source') {
    if (source === undefined) return <Skeleton lines={8} />;
    return <LongText className="message-source" text={source.text} cut={source.cut} />;
  }
  return (
    <>
      {message.note !== undefined && (
        <Notice kind="needs" message={t(`message.note.${message.note}`)} />
      )}
      {view === 'page' && message.upgradedRemote > 0 && (
        <Notice kind="plain" message={t('message.upgraded', { count: message.upgradedRemote })} />
      )}
      {view === 'page' ? (
        <div className="mail-frame">
          {message.blockedRemote > 0 && (
            <div className="mail-frame-head">
              <Icon name="images-off" small />
              <p>{t('message.blocked', { count: message.blockedRemote })}</p>
              <Button size="small" kind="quiet" onClick={() => void allowRemote()}>
                {t('message.allow')}
              </Button>
            </div>
          )}
          <MailFrame key={message.page} address={message.page} present={matches.present} />
        </div>
      ) : (
        <LongText
          className="message-text"
          text={message.text || t('message.noText')}
          cut={false}
          matches={matches}
        />
      )}
    </>
  );
}

/** Neither scripts nor our origin: what came by mail cannot reach the window. */
function MailFrame(props: {
  readonly address: string | undefined;
  /** The mark that is gone to, from 1; 0 where there is none. */
  readonly present: number;
}): ReactElement {
  const { t } = useWords();
  const { address, present } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const first = useRef(present > 0 ? `#${markId}${present}` : '').current;
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    if (!isLoaded || present === 0 || address === undefined) return;
    // The frame runs no script and is of another origin: an address within its page is all that can be said to it.
    frame.current?.contentWindow?.location.replace(`${address}#${markId}${present}`);
  }, [isLoaded, address, present]);
  const { info } = useStore(useStores().settings);
  // In a browser a link opens a tab, in which a page as bound as the frame would hardly work; the desktop opens
  // none by itself.
  const further = info?.host === 'browser' ? ' allow-popups-to-escape-sandbox' : '';
  return (
    <iframe
      ref={frame}
      onLoad={() => setLoaded(true)}
      className="message-page"
      title={t('message.page')}
      src={address === undefined ? undefined : address + first}
      sandbox={`allow-popups${further}`}
      referrerPolicy="no-referrer"
    />
  );
}

function LongText(props: {
  readonly className: string;
  readonly text: string;
  readonly cut: boolean;
  readonly matches?: Matches;
}): ReactElement {
  const { t } = useWords();
  const { className, text, cut, matches } = props;
  const page = useRef<HTMLPreElement>(null);
  const present = matches?.present ?? 0;
  useEffect(() => {
    if (present > 0)
      page.current?.querySelector('[data-present]')?.scrollIntoView({ block: 'center' });
  }, [present]);
  return (
    <>
      {(cut || text.length > mostText) && <Notice kind="plain" message={t('message.cut')} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre ref={page} className={className} tabIndex={0}>
        <Marked
          text={text.slice(0, mostText)}
          marks={matches?.inText ?? []}
          present={present - 1}
        />
      </pre>
    </>
  );
}

function Headers({ message }: { readonly message: Message }): ReactElement {
  return (
    <dl className="message-headers" tabIndex={0}>
      {message.headers.map(({ name, value }, index) => (
        // A header may stand there twice, and none ever moves.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
