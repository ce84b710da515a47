/** How a text travels as SMS. */
export interface SmsSize {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets or UTF-16 units. */
  readonly units: number;
  /** SMS that are paid for; the phone puts them together. */
  readonly parts: number;
}

/** GSM 03.38: the letters of one septet, and those of two. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Units of the only SMS, and of each of several: those lose some to the header by which they are put together. */
const ROOM = { 'GSM-7': { alone: 160, each: 153 }, 'UCS-2': { alone: 70, each: 67 } } as const;

/** Whether every letter is one of GSM-7; any other one would arrive as a question mark there. */
export const isGsmText = (text: string): boolean => [...text].every((letter) => BASIC.has(letter) || EXTENDED.has(letter));

/** Counts as the network does: a letter of two units is never divided between two SMS. */
export const smsSizeOf = (text: string): SmsSize => {
  const encoding = isGsmText(text) ? 'GSM-7' : 'UCS-2';
  const lengths = [...text].map((letter) => (encoding === 'UCS-2' ? letter.length : EXTENDED.has(letter) ? 2 : 1));
  const units = lengths.reduce((sum, length) => sum + length, 0);
  const { alone, each } = ROOM[encoding];
  if (units <= alone) return { encoding, units, parts: 1 };
  let parts = 1;
  let used = 0;
  for (const length of lengths) {
    if (used + length > each) {
      parts += 1;
      used = 0;
    }
    used += length;
  }
  return { encoding, units, parts };
};
