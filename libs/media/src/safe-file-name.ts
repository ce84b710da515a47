const LONGEST = 200;

/** The last part of a path, without what a file system or a reader's eye could trip over (control and direction marks). */
export const safeFileName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').replace(/\p{Surrogate}/gu, '\ufffd');
  return /^[. ]*$/.test(plain) ? 'file' : [...plain].slice(-LONGEST).join('');
};
