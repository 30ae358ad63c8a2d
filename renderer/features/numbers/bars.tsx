import { type CSSProperties, type ReactElement, type ReactNode, useId, useState } from 'react';
import type { Measure } from '../../store/numbers.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useWords } from '../../words/use-words.ts';
import '../../ui/lists/table.css';

/** Rows that are shown before a person asks for all. */
const first = 12;

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Stands behind the label, quiet. */
  readonly detail?: string | undefined;
  readonly messages: number;
  readonly bytes: number;
  /** Shows the messages behind it; absent where nothing can name them. */
  readonly onLook?: (() => void) | undefined;
}

interface Props {
  readonly title: string;
  readonly hint?: string | undefined;
  /** What the rows are. */
  readonly column: string;
  readonly measure: Measure;
  readonly above?: ReactNode;
  readonly bars: readonly Bar[];
  /** What the bars leave out. */
  readonly rest?:
    | { readonly label: string; readonly messages: number; readonly bytes?: number }
    | undefined;
  /** Stands there where there is no bar. */
  readonly empty?: string;
  readonly note?: string | undefined;
}

/** A chart that is its own table: each row a bar, with its numbers, and a button that leads to its messages. */
export function Bars(props: Props): ReactElement {
  const { title, hint, column, measure, above, bars, rest, empty, note } = props;
  const { t, number, fileSize } = useWords();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const longest = Math.max(1, ...bars.map(bar => bar[measure]));
  const shown = isWhole ? bars : bars.slice(0, first);
  return (
    <section className="numbers-part stack-small" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p className="small quiet">{hint}</p>}
      {above}
      {bars.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <div className="card table">
          <table aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{column}</th>
                <th scope="col" className="number">
                  {t('numbers.messages')}
                </th>
                <th scope="col" className="number">
                  {t('numbers.bytes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(bar => (
                <tr key={bar.key}>
                  <th scope="row">
                    <Label bar={bar} share={bar[measure] / longest} />
                  </th>
                  <td className="number">{number(bar.messages)}</td>
                  <td className="number">{fileSize(bar.bytes)}</td>
                </tr>
              ))}
              {rest !== undefined && (
                <tr className="quiet">
                  <th scope="row">{rest.label}</th>
                  <td className="number">{number(rest.messages)}</td>
                  <td className="number">
                    {rest.bytes === undefined ? '–' : fileSize(rest.bytes)}
                  </td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < bars.length && (
        <div>
          <Button kind="quiet" onClick={() => setWhole(true)}>
            {t('numbers.all', { count: bars.length })}
          </Button>
        </div>
      )}
      {note !== undefined && <p className="small quiet">{note}</p>}
    </section>
  );
}

function Label({ bar, share }: { readonly bar: Bar; readonly share: number }): ReactElement {
  const { label, detail, onLook } = bar;
  const content = (
    <>
      <span className="numbers-label">
        <span className="cut">{label}</span>
        {detail !== undefined && <span className="cut small quiet">{detail}</span>}
      </span>
      <span
        className="numbers-bar"
        aria-hidden="true"
        style={{ '--share': `${Math.max(1, 100 * share)}%` } as CSSProperties}
      />
    </>
  );
  if (onLook === undefined) return <span className="numbers-row">{content}</span>;
  return (
    <button type="button" className="numbers-row" onClick={onLook}>
      {content}
    </button>
  );
}
