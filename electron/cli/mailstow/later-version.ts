/** What is said of an archive that is only read. */
export const laterVersion =
  'A later version of Mailstow made this archive; what this one does not know of is left out';
