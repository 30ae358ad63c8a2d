import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useStores } from '../store/stores.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useWords } from '../words/use-words.ts';
import { type Way, waysOf } from './failure-ways.ts';
import { ProviderLink } from './provider-link.tsx';
import './failure-notice.css';

interface Props {
  readonly failure: Parameters<ReturnType<typeof useWords>['failure']>[0] & {
    readonly page?: { readonly provider: string; readonly address: string } | undefined;
  };
  /** What can be done about failures in this place. */
  readonly ways?: WaysOut | undefined;
  /** Beside those. */
  readonly actions?: ReactNode;
  /** Nobody asked for what failed: it does not come into sight by itself. */
  readonly unasked?: boolean;
}

export type WaysOut = { readonly [Each in Way]?: (() => void) | undefined };

/** What went wrong, and what to do, in the language of the window, with the buttons that do it; comes into sight. */
export function FailureNotice(props: Props): ReactElement {
  const { failure, ways = {}, actions, unasked = false } = props;
  const words = useWords();
  const { place } = useStores();
  const notice = useRef<HTMLDivElement>(null);
  const { page } = failure;
  const { go } = place.getState();
  const possible: WaysOut = {
    reload: () => globalThis.location.reload(),
    report: () => go({ at: 'settings', report: true }),
    'set-up': () => go({ at: 'set-up' }),
    ...ways,
  };
  useEffect(() => {
    // A new failure in the place of another is to be seen as well.
    if (failure !== undefined && !unasked) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [failure, unasked]);
  const buttons = waysOf(failure).flatMap(way => {
    const act = possible[way];
    return act === undefined ? [] : { way, act };
  });
  const hasWays = page !== undefined || buttons.length > 0 || actions !== undefined;
  return (
    <div ref={notice} className="failure">
      <Notice
        kind="bad"
        alert
        {...words.failure(failure)}
        actions={
          hasWays ? (
            <>
              {page && <ProviderLink page={page} />}
              {buttons.map(({ way, act }) => (
                <Button key={way} onClick={act}>
                  {words.t(`ways.${way}`)}
                </Button>
              ))}
              {actions}
            </>
          ) : undefined
        }
      />
    </div>
  );
}
