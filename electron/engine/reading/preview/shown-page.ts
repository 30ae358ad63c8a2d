/** A page of ours that shows a file. */
const css = `
:root { color-scheme: light; }
body { margin: 16px; background: #fff; color: #1d1d1f; font: 15px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere; }
pre { white-space: pre-wrap; margin: 0; font: 13px/1.5 ui-monospace, Consolas, monospace; }
pre.words { font: inherit; max-width: 44rem; margin: 0 auto; }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #d7d9dc; padding: 3px 8px; text-align: start; vertical-align: top;
  max-width: 24rem; }
th { background: #f2f4f5; position: sticky; top: 0; }
figure { margin: 0; }
figure.picture { display: grid; place-items: center; min-height: calc(100vh - 32px); }
figure.picture img { max-width: 100%; max-height: calc(100vh - 32px); }
figure.page { max-width: 56rem; margin: 0 auto 16px; }
figure.page img { display: block; width: 100%; height: auto; border: 1px solid #d7d9dc;
  box-sizing: border-box; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: pre; }
`;

/** A document that stands by itself. @param body harmless HTML */
export function shownPage(body: string): string {
  return [
    '<!doctype html><html><head><meta charset="utf-8"><title></title>',
    `<style>${css}</style></head><body>${body}</body></html>`,
  ].join('\n');
}

/** Text as it stands, in HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
