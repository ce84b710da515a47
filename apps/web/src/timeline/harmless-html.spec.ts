// @vitest-environment jsdom
import { harmlessHtml } from './harmless-html.js';

/** Each of these runs something, or asks for something from outside, in a browser that is not careful. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://tracker.example/pixel.gif">',
  '<img srcset="https://tracker.example/a 1x">',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><foreignObject><iframe src="https://tracker.example"></iframe></foreignObject></svg>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="https://tracker.example" ping="https://tracker.example/ping">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="https://tracker.example"><input name=a><button>x</button></form>',
  '<link rel=stylesheet href="https://tracker.example/a.css">',
  '<style>@import "https://tracker.example/a.css"; p{background:url(https://tracker.example/b)}</style>',
  '<p style="background:url(https://tracker.example/b)">x</p>',
  '<p style="background:\\75rl(https://tracker.example/b)">x</p>',
  '<table background="https://tracker.example/t"><tr><td>x</td></tr></table>',
  '<video poster="https://tracker.example/p" src="https://tracker.example/v"></video>',
  '<audio src="https://tracker.example/a" autoplay></audio>',
  '<object data="https://tracker.example/o"></object><embed src="https://tracker.example/e">',
  '<meta http-equiv="refresh" content="0;url=https://tracker.example">',
  '<base href="https://tracker.example/">',
  '<body onload=alert(1) background="https://tracker.example/b">x</body>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src="https://tracker.example/x"></template>',
  '<p id="conversation" name="getElementById">x</p>',
];

describe('the HTML of a mail', () => {
  it.each(HOSTILE)('runs nothing and asks for nothing: %s', (html) => {
    const [head, body = ''] = harmlessHtml(html).split('<body>');
    expect(head).toContain("default-src 'none'");
    expect(body).not.toMatch(/tracker\.example|script|onerror|onload|javascript:|srcdoc|url\(/i);
    const document = new DOMParser().parseFromString(body, 'text/html');
    expect(document.querySelectorAll('script, iframe, form, link, style, meta, base, object, embed, svg, math')).toHaveLength(0);
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^(href|srcset|background|poster|ping|action|id|name)$/);
        if (name === 'src') expect(value).toMatch(/^data:image\//);
      }
  });

  it('keeps words, forms of words, tables and pictures that came along', () => {
    const html = '<p>お問い合わせ <b>ありがとう</b></p><table><tr><td>1</td></tr></table><img src="data:image/png;base64,AAAA" alt="logo">';
    expect(harmlessHtml(html)).toContain('<p>お問い合わせ <b>ありがとう</b></p>');
    expect(harmlessHtml(html)).toContain('<td>1</td>');
    expect(harmlessHtml(html)).toContain('src="data:image/png;base64,AAAA"');
  });
});
