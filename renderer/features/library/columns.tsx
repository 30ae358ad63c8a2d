import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { SortKey } from '../../../shared/contract.ts';
import { Icon } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';

const keys = ['sender', 'subject', 'date', 'size'] as const;
type Column = (typeof keys)[number];

interface Props {
  /** Undefined where the list is in no order that a column has. */
  readonly sort: SortKey | undefined;
  readonly descending: boolean;
  /** Those that the list can be put in order by; the others are mere headers. */
  readonly sortable: readonly Column[];
  /** Whom mail was written to stands in the place of who wrote it. */
  readonly isOutgoing?: boolean;
  onSort(column: Column): void;
}

/** What stands over the columns of a wide list; a press puts it in order by one, another turns that round. */
export function Columns({
  sort,
  descending,
  sortable,
  isOutgoing = false,
  onSort,
}: Props): ReactElement {
  const { t } = useWords();
  const name = (column: Column) =>
    column === 'sender' && isOutgoing ? t('library.recipients') : t(`library.sort.${column}`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className="columns small" role="group" aria-label={t('library.columns')}>
      {keys.map(column => {
        const isSorted = column === sort;
        if (!sortable.includes(column)) {
          return (
            <span key={column} className="column" data-column={column}>
              {name(column)}
            </span>
          );
        }
        return (
          <Button
            key={column}
            className="column"
            data-column={column}
            aria-label={t('library.sortByColumn', { column: name(column) })}
            aria-pressed={isSorted}
            onPress={() => onSort(column)}
          >
            <span className="cut">{name(column)}</span>
            {isSorted && <Icon name={descending ? 'descending' : 'ascending'} small />}
          </Button>
        );
      })}
    </div>
  );
}
