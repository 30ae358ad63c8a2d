import type { ComponentProps, ReactElement } from 'react';
import { VirtualRows } from './virtual-rows.tsx';

interface Props extends ComponentProps<typeof VirtualRows> {
  /** More than can be drawn at once; `renderRow` gives each row its key. */
  readonly isLong: boolean;
}

/** The body of a table that is drawn whole where it is short, and as far as it is to be seen where it is long. */
export function Rows({ isLong, ...props }: Props): ReactElement {
  if (isLong) return <VirtualRows {...props} />;
  const { count, renderRow } = props;
  return <tbody>{Array.from({ length: count }, (_, index) => renderRow(index))}</tbody>;
}
