import { session } from 'electron';
import { isOfFeed } from './feed.ts';

/** What the library calls the session of its own that it asks by. */
const name = 'electron-updater';

/** What a server has to be told to answer; whatever else could tell one person from another stays here. */
const told = ['accept', 'accept-encoding', 'cache-control', 'connection', 'host', 'user-agent'];

/** Lets the library reach its feed and nothing else, and say nothing about whoever asks. */
export function openFeed(feed: string): void {
  // As every session it was closed to everything when it was made.
  const { webRequest } = session.fromPartition(name, { cache: false });
  webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOfFeed(url, feed) }));
  webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    const kept = Object.entries(requestHeaders).filter(([key]) => told.includes(key.toLowerCase()));
    // Absent it would be the person's languages.
    answer({ requestHeaders: { ...Object.fromEntries(kept), 'Accept-Language': '*' } });
  });
}
