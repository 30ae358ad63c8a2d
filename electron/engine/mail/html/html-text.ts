/** Elements that end a line of text. */
const lines = /^(address|article|blockquote|br|div|dl|dt|dd|h[1-6]|hr|li|ol|p|pre|table|tr|ul)$/;

/** The words of a page, as a parser comes upon them, for messages that have no other form. */
export class PageWords {
  #text = '';

  /** @param escaped with `&lt;`, `&gt;` and `&amp;`, and no other entity */
  add(escaped: string): void {
    const text = escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    this.#text += text.replace(/\s+/g, ' ');
  }

  open(element: string): void {
    if (element === 'td' || element === 'th') this.#text += ' ';
  }

  close(element: string): void {
    if (lines.test(element)) this.#text += '\n';
  }

  get text(): string {
    const trimmed = this.#text.split('\n').map(line => line.replace(/ +/g, ' ').trim());
    return trimmed
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}
