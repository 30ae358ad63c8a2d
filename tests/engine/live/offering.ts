/** What a server announces. */
export const offering = (...more: string[]) => [
  ...['IMAP4rev1', 'LITERAL+', 'SASL-IR', 'ENABLE', 'NAMESPACE', 'UNSELECT', 'ESEARCH'],
  ...['LIST-EXTENDED', 'LIST-STATUS', 'SPECIAL-USE', 'AUTH=PLAIN', ...more],
];

export const letter = (subject: string) => `Subject: ${subject}\r\n\r\nBody of ${subject}.\r\n`;
