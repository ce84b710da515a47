/** GSM 03.38: letters of one septet, and of two. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

export const isGsm = (text: string): boolean => [...text].every((letter) => BASIC.has(letter) || EXTENDED.has(letter));

/** What arrives of a text that was sent as GSM-7. */
export const asGsm = (text: string): string =>
  [...text].map((letter) => (BASIC.has(letter) || EXTENDED.has(letter) ? letter : '?')).join('');

/** A text as the network divides it: whole, or in parts of which none ends inside of a letter. */
export const partsOf = (text: string): readonly string[] => {
  const gsm = isGsm(text);
  const [alone, each] = gsm ? [160, 153] : [70, 67];
  const lengthOf = (letter: string) => (gsm ? (EXTENDED.has(letter) ? 2 : 1) : letter.length);
  const letters = [...text];
  if (letters.reduce((sum, letter) => sum + lengthOf(letter), 0) <= alone) return [text];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const letter of letters) {
    if (used + lengthOf(letter) > each) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += letter;
    used += lengthOf(letter);
  }
  return [...parts, part];
};
