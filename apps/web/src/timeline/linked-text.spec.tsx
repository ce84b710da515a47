// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { LinkedText, pieces } from './linked-text.js';

describe('the text of a message', () => {
  it('is text, never markup', () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { container } = render(<LinkedText text={hostile} />);
    expect(container.textContent).toBe(hostile);
    expect(container.children).toHaveLength(0);
  });

  it('has links for http and https only', () => {
    render(<LinkedText text={'see https://example.com/a?b=c#d or javascript:alert(1) or data:text/html,x or ftp://example.com'} />);
    const links = screen.getAllByRole('link');
    expect(links).toHaveLength(1);
    expect(links[0]).toHaveProperty('href', 'https://example.com/a?b=c#d');
    expect(links[0]).toHaveProperty('target', '_blank');
    expect(links[0]).toHaveProperty('rel', 'noopener noreferrer');
  });

  it.each([
    ['Look: https://example.com.', 'https://example.com'],
    ['（https://example.com/道）', 'https://example.com/道'],
    ['https://ru.wikipedia.org/wiki/Окно_(здание).', 'https://ru.wikipedia.org/wiki/Окно_(здание)'],
    ['(https://example.com/a)', 'https://example.com/a'],
    ['https://example.com/a、次', 'https://example.com/a、次'],
  ])('%s links %s', (text, address) => expect(pieces(text).find((piece) => piece.href)?.text).toBe(address));

  it('is kept whole', () => {
    const text = 'one https://a.example two\nhttps://b.example, three https:// four';
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
