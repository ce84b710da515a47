import DOMPurify from 'dompurify';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Attributes by which a page reaches out. */
const REACHING_OUT = ['src', 'srcset', 'background', 'poster', 'action', 'formaction', 'ping', 'data', 'cite', 'longdesc', 'xlink:href'];

/** A style that names an address, or hides by escapes that it does. */
const STYLE_REACHING_OUT = /url|image|import|src|\\/i;

/**
 * A mail's HTML as a document that can do nothing and asks for nothing: no scripts, forms or frames, no address that is fetched
 * by itself, and a policy that forbids what was overlooked.
 */
export const harmlessHtml = (html: string): string => {
  const purifier = DOMPurify();
  purifier.addHook('afterSanitizeAttributes', (element) => {
    for (const name of REACHING_OUT) {
      if (!element.getAttribute(name)?.trim().toLowerCase().startsWith('data:image/')) element.removeAttribute(name);
    }
    if (STYLE_REACHING_OUT.test(element.getAttribute('style') ?? '')) element.removeAttribute('style');
    // The frame may not open anything, so a link is only its words.
    element.removeAttribute('href');
  });
  const body = purifier.sanitize(html, {
    FORBID_TAGS: [
      'style',
      'link',
      'meta',
      'base',
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'iframe',
      'object',
      'embed',
      'svg',
      'math',
    ],
    FORBID_ATTR: ['id', 'name', 'class'],
    ALLOW_DATA_ATTR: false,
  });
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><body>${body}`;
};
