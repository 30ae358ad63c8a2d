// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { createElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, describe, expect, test } from 'vitest';
import { Years } from '../../../renderer/parts/years.tsx';
import { loadWords } from '../../../renderer/words/words.ts';
import type { Stock } from '../../../shared/contract.ts';

afterEach(cleanup);

async function chartOf(years: Stock['years']) {
  const i18n = await loadWords('en');
  const { container } = render(
    createElement(I18nextProvider, { i18n }, createElement(Years, { years })),
  );
  const of = (bar: Element, name: string) => Number(bar.getAttribute(name));
  const bars = [...container.querySelectorAll('rect')].map(bar => ({
    says: bar.textContent,
    ...{ x: of(bar, 'x'), y: of(bar, 'y'), width: of(bar, 'width'), height: of(bar, 'height') },
  }));
  return { container, bars };
}

describe('the years of an archive', () => {
  test('have a bar each, as high as they have messages, at their place in time', async () => {
    const { bars } = await chartOf([
      { year: 2019, messages: 50 },
      { year: 2021, messages: 100 },
      { year: 2022, messages: 1 },
    ]);
    screen.getByRole('img', { name: 'Messages by year, 2019 to 2022' });
    expect(bars.map(({ says }) => says)).toEqual([
      '2019: 50 messages',
      '2021: 100 messages',
      '2022: 1 message',
    ]);
    expect(bars.map(({ x, height }) => [x, height])).toEqual([
      [0, 50],
      // 2020 has its place and no bar.
      [50, 100],
      // A single message is to be seen, too.
      [75, 2],
    ]);
    for (const { y, height } of bars) expect(y + height).toBe(100);
    screen.getByText('2019');
    screen.getByText('2022');
  });

  test('are no chart where there is but one, or none', async () => {
    expect((await chartOf([])).container.innerHTML).toBe('');
    expect((await chartOf([{ year: 2024, messages: 9 }])).container.innerHTML).toBe('');
  });

  test('are the last sixty where there are more, all of them within the drawing', async () => {
    const years = Array.from({ length: 200 }, (_, index) => ({ year: 1900 + index, messages: 1 }));
    const { bars } = await chartOf(years);
    expect(bars).toHaveLength(60);
    expect(bars.at(0)?.says).toBe('2040: 1 message');
    expect(bars.at(-1)?.says).toBe('2099: 1 message');
    for (const { x, width } of bars) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(100);
    }
  });
});
