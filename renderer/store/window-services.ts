/** What a store may ask of the window it lives in; tests give it one of their own. */
export interface WindowServices {
  /** Short texts that outlive the window. Never a secret. */
  readonly memory: {
    read(key: string): string | undefined;
    write(key: string, value: string | undefined): void;
  };
  /** Lets the person keep a file that the server offers at this address. */
  download(address: string): void;
  /** Puts a text on the clipboard, from within a press of a button. @returns false where it could not */
  copy(text: string): boolean;
  /** Puts what the window shows on paper. */
  print(): void;
  /** Puts a page of ours on paper that the window does not show. */
  printPage(address: string): void;
  /** Begins a message in the person's mail program. @param address `mailto:…` */
  write(address: string): void;
  /** The window is on the computer that Mailstow runs on. */
  readonly isHere: boolean;
  /** What shows the window, as it calls itself. */
  readonly userAgent: string;
  /** Ends the person's session at the server, and shows what it shows to anybody. */
  signOut(): Promise<void>;
}
