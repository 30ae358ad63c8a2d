/** Where lines for anyone who looks into a problem go. Never the contents of messages. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  /** Masks a password in every line from now on, whatever it comes in with. */
  hide(user: string, password: string): void;
  /** Nothing is written any more. */
  close(): void;
}

/** In a person's folder of data. */
export const logPath = ['logs', 'mailstow.log'] as const;

/** For anyone who wants no log. */
export const noLog: Log = { info() {}, warn() {}, error() {}, hide() {}, close() {} };
