import { test as base, expect, missing } from './fixture.ts';
import { letter } from './letters.ts';

/** Two pixels beside each other, so that what is shown can be told from what is not. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==';

const withPicture = letter({
  from: 'Holiday Office <holiday@example.com>',
  subject: 'A picture in the words',
  date: '2025-07-05T08:00:00Z',
  type: 'multipart/related; boundary=part',
  body: `--part
Content-Type: text/html; charset=utf-8

<p>Here it is:</p><img src="cid:picture@example.com" alt="The sea">
--part
Content-Type: image/png
Content-ID: <picture@example.com>
Content-Disposition: inline; filename="sea.png"
Content-Transfer-Encoding: base64

${png}
--part--`,
});

const test = base.extend({
  user: async ({ dovecot }, use) => {
    const user = await dovecot.user();
    await dovecot.deliver(user, 'INBOX', withPicture);
    await use(user);
  },
});

test.skip(missing !== undefined, missing);

test('a picture that came with a message is seen where it stands', async ({ window, archived }) => {
  expect(archived).toBe(true);
  await window.getByRole('button', { name: 'Open library' }).click();
  await window.getByRole('option', { name: 'A picture in the words' }).click();
  const picture = window.frameLocator('iframe').getByAltText('The sea');
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(2);
});
