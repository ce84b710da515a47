import type { ChatCode } from '@madoguchi/accounts';
import { ProblemException } from '@madoguchi/service-kit';
import { toString } from 'qrcode';
import { asHtml } from './as-html.js';

/**
 * A page to be printed and hung up: the code, who it leads to, and to what one agrees by using it.
 *
 * @throws ProblemException 409 `sheet-incomplete` without a business name or a consent sentence
 */
export const printableSheet = async (
  code: Pick<ChatCode, 'businessName' | 'consentSentence' | 'language'>,
  link: string,
): Promise<string> => {
  const [name, sentence] = [code.businessName.trim(), code.consentSentence.trim()];
  if (!name || !sentence) {
    const detail = 'A sheet needs the name of the business and the sentence by which customers agree to receive messages.';
    throw new ProblemException(409, 'sheet-incomplete', detail);
  }
  const image = await toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  return `<!doctype html>
<html lang="${asHtml(code.language)}">
<head>
<meta charset="utf-8">
<title>${asHtml(name)}</title>
<style>
body { margin: 0; font: 20px/1.5 sans-serif; text-align: center; color: #000; background: #fff; }
main { max-width: 16cm; margin: 2cm auto; }
svg { width: 10cm; height: 10cm; }
</style>
</head>
<body>
<main>
<h1>${asHtml(name)}</h1>
${image}
<p>${asHtml(link)}</p>
<p>${asHtml(sentence)}</p>
</main>
</body>
</html>
`;
};
