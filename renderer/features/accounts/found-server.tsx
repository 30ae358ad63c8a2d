import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { ProviderLink } from '../../parts/provider-link.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';

/** What the search for the server of the address came to, and what the person has to say to it. */
export function FoundServer(): ReactElement {
  return (
    <div role="status">
      <Search />
    </div>
  );
}

function Search(): ReactElement | null {
  const { t } = useWords();
  const { draft, search, noteKey, page, agreeToServer } = useStore(useStores().setup);
  const domain = draft.email.slice(draft.email.lastIndexOf('@') + 1);
  switch (search?.state) {
    case undefined:
      return null;
    case 'looking':
      return <p className="small quiet">{t('search.looking', { domain })}</p>;
    case 'found':
      return (
        <>
          <p className="small quiet">
            {t(search.inboxOnly ? 'search.foundInbox' : 'search.found', { server: search.host })}
          </p>
          {search.inboxOnly && <p className="small quiet">{t('what.inboxOnlyHint')}</p>}
        </>
      );
    case 'elsewhere':
      return (
        <Notice
          kind="needs"
          message={t('search.elsewhere', { server: search.host, domain })}
          nextStep={t('search.elsewhereNext')}
          actions={<Button onClick={agreeToServer}>{t('search.agree')}</Button>}
        />
      );
    case 'closed':
      return (
        <Notice
          kind="needs"
          message={t(`provider.${noteKey ?? 'noImap'}`, { provider: page?.provider ?? domain })}
          nextStep={t('search.closedNext')}
          actions={page && <ProviderLink page={page} />}
        />
      );
    case 'failed': {
      const lines = search.asked.map(({ way, names }) =>
        t(`search.asked.${way}`, { names: names.join(', ') }),
      );
      return (
        <Notice
          kind="needs"
          message={t('search.failed', { domain })}
          nextStep={t('search.failedNext')}
          details={{ title: t('search.tried'), text: lines.join('\n') }}
        />
      );
    }
  }
}
