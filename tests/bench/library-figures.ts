/** What is measured of the library, by the names under which the targets look for it. */
export const libraryFigures = {
  firstRun: 'M, first run of the app without a library, seconds',
  firstRunIndexed: 'M, first run of the app until the library has everything, seconds',
  firstRows: 'library of 1,000,000: first rows, milliseconds',
  search: 'library of 1,000,000: search, p95, milliseconds',
  catalog: 'library of 1,000,000: catalog, octets a message',
} as const;
