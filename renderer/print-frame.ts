/** The page that was printed last; it goes when the next one comes, since nothing says for sure that a printer has it. */
let frame: HTMLIFrameElement | undefined;

/** Prints a page that was made for paper, out of sight; nothing in it runs. @param address on this server */
export function printFrame(address: string): void {
  frame?.remove();
  frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.addEventListener('load', () => frame?.contentWindow?.print(), { once: true });
  frame.src = address;
  document.body.append(frame);
}
