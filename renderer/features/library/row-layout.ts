import type { Settings } from '../../../shared/contract.ts';

/** How the rows of a list are drawn. */
export interface RowLayout {
  /** In one line, under headers. */
  readonly hasColumns: boolean;
  /** Of a row, in rem. */
  readonly height: number;
  /** Of the words of the message; where there are columns, these stand behind the subject. */
  readonly lines: 0 | 1 | 2;
}

/** Rem from which a list has room for columns. */
const columnsFrom = 36;

const layouts = {
  columns: {
    comfortable: { hasColumns: true, height: 2.5, lines: 1 },
    compact: { hasColumns: true, height: 1.75, lines: 1 },
  },
  list: {
    comfortable: { hasColumns: false, height: 5.5, lines: 2 },
    compact: { hasColumns: false, height: 3, lines: 0 },
  },
  // The words around what was looked for stay.
  found: {
    comfortable: { hasColumns: false, height: 5.5, lines: 2 },
    compact: { hasColumns: false, height: 4.25, lines: 1 },
  },
} as const;

/** @param width of the list, in rem */
export function rowLayout(
  kind: 'list' | 'found',
  density: Settings['density'],
  width: number,
): RowLayout {
  return layouts[width >= columnsFrom ? 'columns' : kind][density];
}
