import { readFileSync } from 'node:fs';

/** What stands before a command to trace where it sends anything to, it and all that it starts. */
export function tracingSendsInto(file: string): string[] {
  const calls = 'connect,sendto,sendmsg,sendmmsg';
  return ['strace', '-f', '-qq', '-yy', '-e', `trace=${calls}`, '-e', 'signal=none', '-o', file];
}

/** The lines of a trace that lead away from this machine; looking at one's own addresses sends nothing. */
export function sendsElsewhere(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(leadsElsewhere);
}

/** How many sends and connections a trace saw at all. */
export function sendsSeen(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}

function leadsElsewhere(line: string): boolean {
  const isInternet = /AF_INET6?\b|<(TCP|UDP)(v6)?:/.test(line);
  return isInternet && !addressesOf(line).every(isOwn);
}

/** Those that are connected to or sent to. */
function addressesOf(line: string): string[] {
  const given = [...line.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)];
  const connected = [...line.matchAll(/->\[?([0-9a-f.:]+?)\]?:\d+\]/g)];
  return [
    ...given.map(([, four, six]) => four ?? six ?? ''),
    ...connected.map(([, at]) => at ?? ''),
  ];
}

function isOwn(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}
