import { imageName } from '../../mail/html/image-name.ts';
import { escaped, shownPage } from './shown-page.ts';

/** Characters of a page's words: what a person hears instead of the picture. */
const longestWords = 20_000;

/** A page with the pictures of a document's pages. @param words those on each */
export function pagesPage(words: readonly string[]): string {
  const figures = words.map((text, index) => {
    const said = escaped(text.slice(0, longestWords));
    return `<figure class="page"><img src="${imageName(index)}" alt=""><p class="unseen">${said}</p></figure>`;
  });
  return shownPage(figures.join('\n'));
}
