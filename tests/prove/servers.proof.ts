import { fetchRealServers, realServers } from '../servers/real/kinds.ts';
import { tell } from '../servers/real/story.ts';

/** Messages in each of the four large mailboxes. */
const perMailbox = 400;

/** The story of a whole account on every real server that can be had here. */
export async function prove(scale: number): Promise<void> {
  fetchRealServers();
  for (const kind of realServers) {
    const missing = kind.missing();
    if (missing !== undefined) {
      console.log(`left out, ${missing}: ${kind.name}`);
      continue;
    }
    const began = performance.now();
    const story = await tell(kind, Math.max(5, Math.round(perMailbox * scale)));
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(
      `${kind.name}: ${story.messages} messages in ${story.mailboxes} mailboxes as counted apart, ` +
        `second run 0, moved: ${story.fetchedAgain} fetched again where ` +
        `${story.unlike} are not as before (${seconds} s)`,
    );
  }
}
