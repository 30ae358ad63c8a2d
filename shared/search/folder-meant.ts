import { specialFolder } from '../model/special-folder.ts';
import { fold } from './fold.ts';

/**
 * Which folders a person may mean, with the ones inside them: by the name as a whole, a level of it, or what the folder
 * is for.
 * @returns says it of a folder's name and of what separates its levels; undefined where nobody knows that
 */
export function folderMeant(
  text: string,
): (name: string, delimiter: string | null | undefined) => boolean {
  const wanted = fold(text).trim();
  const meant = wanted === 'spam' ? 'junk' : wanted;
  return (name, delimiter) => {
    const levels = name.split(delimiter ?? '/');
    return levels.some((level, index) => {
      const path = levels.slice(0, index + 1).join('/');
      return fold(level) === wanted || fold(path) === wanted || specialFolder(level) === meant;
    });
  };
}
