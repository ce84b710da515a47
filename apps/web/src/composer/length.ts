import type { ChannelCapabilities } from '@madoguchi/contracts';

/** How long a text is as the platform counts it. */
export const lengthIn = (text: string, unit: ChannelCapabilities['textUnit']): number => {
  switch (unit) {
    case 'UTF-16 units':
      return text.length;
    case 'code points':
      return [...text].length;
    case 'bytes':
      return new TextEncoder().encode(text).length;
  }
};
