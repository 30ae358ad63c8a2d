import { describe, expect, test } from 'vitest';
import { specialFolder } from '../../../shared/model/special-folder.ts';

describe('what a folder is for', () => {
  test.each([
    ['INBOX', 'inbox'],
    ['Inbox', 'inbox'],
    ['Sent', 'sent'],
    ['Sent Items', 'sent'],
    ['Sent Messages', 'sent'],
    ['sent mail', 'sent'],
    ['Drafts', 'drafts'],
    ['Draft', 'drafts'],
    ['Trash', 'trash'],
    ['Bin', 'trash'],
    ['Deleted Items', 'trash'],
    ['Deleted Messages', 'trash'],
    ['Junk', 'junk'],
    ['Spam', 'junk'],
    ['Junk E-mail', 'junk'],
    ['Junk-Email', 'junk'],
    ['Archive', 'archive'],
    ['Archives', 'archive'],
  ])('%s is seen from its name', (name, use) => {
    expect(specialFolder(name)).toBe(use);
  });

  test.each(['', 'Inbox 2', 'Sent to Bob', 'Trash talk', 'Robin', 'My Spam', 'Papierkorb', 'Koš'])(
    '“%s” is a folder like any other',
    name => {
      expect(specialFolder(name)).toBeUndefined();
    },
  );
});
