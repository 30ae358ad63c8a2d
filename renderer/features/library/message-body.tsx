import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../../shared/contract.ts';
import { Skeleton } from '../../parts/skeleton.tsx';
import type { View } from '../../store/message.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly message: Message;
  readonly view: View;
}

/** Characters of text shown: more than anybody reads, and few enough to be laid out at once. */
const mostText = 500_000;

export function MessageBody({ message, view }: Props): ReactElement {
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
          <MailFrame key={message.page} address={message.page} />
        </div>
      ) : (
        <LongText className="message-text" text={message.text || t('message.noText')} cut={false} />
      )}
    </>
  );
}

/** Neither scripts nor our origin: what came by mail cannot reach the window. */
function MailFrame({ address }: { readonly address: string | undefined }): ReactElement {
  const { t } = useWords();
  const { info } = useStore(useStores().settings);
  // In a browser a link opens a tab, in which a page as bound as the frame would hardly work; the desktop opens
  // none by itself.
  const further = info?.host === 'browser' ? ' allow-popups-to-escape-sandbox' : '';
  return (
    <iframe
      className="message-page"
      title={t('message.page')}
      src={address}
      sandbox={`allow-popups${further}`}
      referrerPolicy="no-referrer"
    />
  );
}

function LongText(props: {
  readonly className: string;
  readonly text: string;
  readonly cut: boolean;
}): ReactElement {
  const { t } = useWords();
  const { className, text, cut } = props;
  return (
    <>
      {(cut || text.length > mostText) && <Notice kind="plain" message={t('message.cut')} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre className={className} tabIndex={0}>
        {text.slice(0, mostText)}
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
