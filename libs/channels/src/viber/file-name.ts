import type { MediaReference } from '@madoguchi/conversation';

/** Of files whose name says no kind. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/plain': 'txt',
  'video/mp4': 'mp4',
};

/** Programs, which Viber takes from nobody. */
const PROGRAM =
  /^(action|apk|app|bat|bin|cmd|com|command|cpl|csh|exe|gadget|inf1?|ins|inx|ipa|isu|job|jse|ksh|lnk|msc|msi|msp|mst|osx|out|paf|pif|prg|ps1|reg|rgs|run|sct|shb|shs|u3p|vbe|vbs|vbscript|workflow|ws|wsf)$/;

export const isProgram = (fileName: string): boolean => PROGRAM.test(extensionIn(fileName) ?? '');

/** In lower case, without the dot. */
export const extensionIn = (fileName: string): string | undefined => /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase();

const extensionOfType = (mimeType: string | undefined): string | undefined => EXTENSIONS[mimeType?.split(';')[0] ?? ''];

/** Viber tells the kind of a file by the end of its name; undefined when nobody knows the kind. */
export const fileNameOf = ({ fileName = 'file', mimeType }: MediaReference): string | undefined => {
  if (extensionIn(fileName)) return fileName;
  const extension = extensionOfType(mimeType);
  return extension && `${fileName}.${extension}`;
};

/** Of a picture: phones go by the type, then by the name. */
export const pictureExtensionOf = ({ fileName = '', mimeType }: MediaReference): string =>
  extensionOfType(mimeType) ?? extensionIn(fileName) ?? 'jpg';

/** Viber looks at the end of the path; our media address ignores what stands behind its token. */
export const endingIn = (extension: string, address: string): string => {
  const url = new URL(address);
  if (extensionIn(url.pathname) !== extension) url.pathname += `.${extension}`;
  return url.href;
};
