/** What is said of an option: its text alone where it is a switch. */
export type OptionRow =
  | string
  | {
      /** What its value is called; FILE and FOLDER are completed as such. */
      readonly value: string;
      readonly text: string;
      /** The values it knows; anyone who reads the value checks them. */
      readonly choices?: readonly string[];
      /** May be given several times. */
      readonly multiple?: true;
    };

/** The options of a command by their names: parsers, help, completion and manual are made from it. */
export type OptionTable = Readonly<Record<string, OptionRow>>;

type ValueOf<Row> = Row extends string
  ? boolean
  : Row extends { readonly multiple: true }
    ? string[]
    : string;

/** The options of a table as they were given. */
export type ValuesOf<Table> = {
  -readonly [Name in keyof Table]?: ValueOf<Table[Name]>;
};
