/** Labels that mails bear and the WHATWG standard does not list. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-2004': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp51932: 'euc-jp',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp1252: 'windows-1252',
};

/** Labels that say nothing: what is right with them is right as UTF-8 too. */
const SAYS_NOTHING = /^(|utf-?8|us-?ascii|ascii|x-unknown|unknown(-8bit)?|x-user-defined|default|none|8bit|binary)$/;

const ISO_2022_JP = /\x1b(\$[@B]|\$\([DQO]|\([JI])/;

/**
 * Text of a mail. The label is believed as long as what comes out makes sense; else the bytes have to tell: ISO-2022-JP by its
 * escape sequences, UTF-8 when they are valid UTF-8, Shift_JIS or EUC-JP when they are Japanese, else Windows-1252.
 */
export const decodeText = (bytes: Uint8Array, label = ''): string => {
  const charset = normalized(label);
  const labelled = SAYS_NOTHING.test(charset) ? undefined : decodeAs(bytes, charset);
  return labelled !== undefined && !ISO_2022_JP.test(labelled) ? labelled : guess(bytes);
};

const normalized = (label: string): string => {
  const bare = label
    .replace(/["';\s]/g, '')
    .toLowerCase()
    .slice(0, 60);
  return ALIASES[bare] ?? bare;
};

/** Undefined when the bytes are not of that charset, or nobody knows it. */
const decodeAs = (bytes: Uint8Array, charset: string): string | undefined => {
  if (/^(unicode-1-1-)?utf-7$/.test(charset)) return decodeUtf7(bytes);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const guess = (bytes: Uint8Array): string => {
  if (ISO_2022_JP.test(Buffer.from(bytes).toString('latin1'))) return new TextDecoder('iso-2022-jp').decode(bytes);
  return decodeAs(bytes, 'utf-8') ?? mostJapanese(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
};

/** Bytes of the one read as the other give rows of half-width katakana and characters that nobody writes. */
const mostJapanese = (bytes: Uint8Array): string | undefined => {
  const readings = ['shift_jis', 'euc-jp'].flatMap((charset) => decodeAs(bytes, charset) ?? []);
  const [best] = readings.sort((one, other) => strangeness(one) - strangeness(other));
  return best;
};

const strangeness = (text: string): number => (text.match(/[\uff61-\uff9f\ue000-\uf8ff\u0080-\u009f]/g) ?? []).length;

/** RFC 2152: UTF-16 in base64 between `+` and `-`. */
const decodeUtf7 = (bytes: Uint8Array): string | undefined => {
  const text = Buffer.from(bytes).toString('latin1');
  if (/[\x80-\xff]/.test(text)) return undefined;
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, encoded: string) =>
    encoded === ''
      ? '+'
      : new TextDecoder('utf-16be').decode(Buffer.from(encoded, 'base64').subarray(0, Math.floor((encoded.length * 6) / 16) * 2)),
  );
};
