import type { Input, Output } from '../../../shared/contract.ts';
import type { Catalog } from '../../engine/catalog/catalog.ts';
import type { CatalogNumbers } from '../../engine/catalog/catalog-calls.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { KindSum } from '../../engine/search/search-calls.ts';
import type { ArchiveFolders } from '../archives/archive-folders.ts';
import { inTime } from './in-time.ts';
import type { Indexes } from './indexes.ts';

/** Milliseconds after which an account whose disk does not answer is left out. */
const patience = 5_000;
const mostSenders = 20;

type Numbers = Output<'library.numbers'>;
type Sum = Pick<KindSum, 'messages' | 'bytes'>;

interface Surroundings {
  readonly folders: ArchiveFolders;
  readonly indexes: Indexes;
  /** The account's list; looks for what is new in its archive, where that was not done lately. */
  catalogOf(accountId: string): Promise<Catalog>;
}

/** What one account, or all of them, hold: by year, sender and kind of attachment. */
export async function numbersOf(
  { accountId, ...years }: Input<'library.numbers'>,
  surroundings: Surroundings,
): Promise<Numbers> {
  const all = surroundings.folders.all();
  const chosen = accountId === undefined ? all : all.filter(({ id }) => id === accountId);
  if (accountId !== undefined && chosen.length === 0) throw new MailstowError('account-gone');
  const asked = chosen.map(({ id, folder }) => ofAccount(id, folder, years, surroundings));
  const answers = await Promise.all(asked);
  const counted = answers.filter(answer => answer !== undefined);
  const sums = counted.map(({ numbers }) => numbers);
  const senders = merged(sums.flatMap(each => each.senders).map(withKey)).values();
  return {
    messages: total(sums, 'messages'),
    bytes: total(sums, 'bytes'),
    years: [...merged(sums.flatMap(({ years: of }) => of.map(withYear))).values()]
      .map(({ year, messages, bytes }) => ({ year, messages, bytes }))
      .sort((a, b) => a.year - b.year),
    undated: sums.reduce((sum, { undated }) => sum + undated, 0),
    senders: mostOf([...senders].map(({ key: _, ...sender }) => sender)),
    kinds: [...merged(counted.flatMap(({ kinds }) => kinds.map(withType))).values()]
      .map(({ key: _, ...kind }) => kind)
      .sort((a, b) => b.messages - a.messages),
    indexed: {
      done: counted.reduce((sum, { done }) => sum + done, 0),
      of: total(sums, 'messages'),
    },
    // One that was never archived is no loss.
    away: chosen.filter(({ wasStored }, index) => wasStored && !answers[index]).length,
  };
}

const withKey = <Each extends { address: string }>(each: Each) => ({ ...each, key: each.address });
const withYear = <Each extends { year: number }>(each: Each) => ({ ...each, key: `${each.year}` });
const withType = <Each extends { type: string }>(each: Each) => ({ ...each, key: each.type });

/** @returns undefined where the account's disk does not answer */
async function ofAccount(
  id: string,
  folder: string,
  years: Omit<Input<'library.numbers'>, 'accountId'>,
  { indexes, catalogOf }: Surroundings,
): Promise<{ numbers: CatalogNumbers; kinds: readonly KindSum[]; done: number } | undefined> {
  const catalog = await catalogOf(id);
  if ((await inTime(catalog.mailboxes(), patience)) === undefined) return undefined;
  const numbers = await catalog.numbers(years).catch(error => {
    if (error instanceof MailstowError) return undefined;
    throw error;
  });
  if (numbers === undefined) return undefined;
  if (!indexes.isOn(id)) return { numbers, kinds: [], done: 0 };
  const index = indexes.of(id, folder);
  const [{ done }, kinds] = await Promise.all([index.status(), index.kinds()]);
  return { numbers, kinds, done: Math.min(done, numbers.messages) };
}

/** Those with the most messages, and those with the most bytes. */
function mostOf(senders: readonly Numbers['senders'][number][]): Numbers['senders'] {
  const first = (of: keyof Sum) => senders.toSorted((a, b) => b[of] - a[of]).slice(0, mostSenders);
  return [...new Set([...first('messages'), ...first('bytes')])];
}

/** The sums of those with the same key; whatever else they say is the first one's. */
function merged<Each extends Sum & { readonly key: string }>(
  all: readonly Each[],
): Map<string, Each> {
  const sums = new Map<string, Each>();
  for (const each of all) {
    const { messages = 0, bytes = 0 } = sums.get(each.key) ?? {};
    const first = sums.get(each.key) ?? each;
    sums.set(each.key, {
      ...first,
      messages: messages + each.messages,
      bytes: bytes + each.bytes,
    });
  }
  return sums;
}

function total(sums: readonly Sum[], of: keyof Sum): number {
  return sums.reduce((sum, each) => sum + each[of], 0);
}
