import { type Address, addressParser } from 'postal-mime';
import { decodedRun, mapWords } from '../decode/encoded-words.ts';

/** Characters of a field that are read: many times what is shown. */
const longestField = 32_000;

/**
 * Addresses of a field (RFC 5322 section 3.4), read by a library. Encoded words are taken out before and put back
 * decoded behind: what they hold has no part in where an address ends (RFC 2047 section 6.2).
 */
export function parseAddresses(field: string): readonly Address[] {
  const words: string[] = [];
  const text = field.slice(0, longestField).replace(/[\uE000-\uE009]/g, '');
  if (!text.includes('=?')) return addressParser(text);
  const marked = mapWords(text, run => {
    words.push(decodedRun(run));
    return mark(words.length - 1);
  });
  return addressParser(marked).map(address => unmarked(address, words));
}

/** Digits that no address has. */
function mark(number: number): string {
  const digits = [...String(number)].map(digit => String.fromCharCode(0xe000 + Number(digit)));
  return `${digits.join('')}\uE00A`;
}

function unmarked(address: Address, words: readonly string[]): Address {
  const put = (text: string) =>
    text.replace(/([\uE000-\uE009]+)\uE00A/g, (_mark, digits: string) => {
      const number = [...digits].map(digit => digit.charCodeAt(0) - 0xe000).join('');
      return words[Number(number)] ?? '';
    });
  if (address.group !== undefined) {
    const group = address.group.map(({ name, address: at }) => ({
      name: put(name),
      address: put(at),
    }));
    return { name: put(address.name), group };
  }
  return { name: put(address.name), address: put(address.address) };
}

/** Addresses as people read them: `Accounts Team <accounts@example.org>, …`. */
export function addressLine(addresses: readonly Address[]): string {
  return addresses.map(lineOf).join(', ');
}

/** The name to show in a list: what stands before the address, else the address. */
export function shortName([first]: readonly Address[]): string {
  return first === undefined ? '' : first.name || first.address || '';
}

function lineOf(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${addressLine(address.group)};`;
  const { name, address: at } = address;
  if (name === '' || name === at) return at;
  return at === '' ? name : `${name} <${at}>`;
}
