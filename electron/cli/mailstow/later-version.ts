/** What is said of an archive that is only read. */
export const laterVersion =
  'A newer version of Mailstow made this archive; what only that version knows is left out';
