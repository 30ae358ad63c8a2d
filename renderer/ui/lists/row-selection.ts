/** Rows of a list that are selected beside the one that is open. */
export interface RowSelection {
  readonly isEmpty: boolean;
  isSelected(index: number): boolean;
  /** @param open the row that is open, −1 where none is */
  toggle(index: number, open: number): void;
  /** From where the selection began, or the row that is open, up to this one. */
  extendTo(index: number, open: number): void;
  selectAll(): void;
  clear(): void;
  /** The person drags a row out of the window; absent where that leads nowhere. */
  onDrag?(index: number): void;
}
