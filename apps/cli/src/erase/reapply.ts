import type { Certificate } from '@madoguchi/use-cases';
import type { EraseSettings } from './erase-settings.js';
import { openErasing } from './open-erasing.js';

/**
 * Erases again after a backup was restored. What the backup knows to be erased is passed over, so that an interrupted run goes on where it was.
 *
 * @returns false when it was broken off
 */
export const reapply = async (
  certificates: readonly Certificate[],
  settings: EraseSettings,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> => {
  const erasing = await openErasing(settings);
  try {
    let passed = 0;
    for (const [index, certificate] of certificates.entries()) {
      if (signal.aborted) {
        say(`Broken off after ${index} of ${certificates.length}. Give the same command again to go on.`);
        return false;
      }
      const known = await erasing.erasures.find(certificate.tenantId, certificate.id);
      if (known?.certificate) passed += 1;
      else await erasing.again(certificate);
      say(
        `${index + 1} of ${certificates.length}: ${certificate.contactId} ${known?.certificate ? 'was erased in the backup' : 'is erased again'}`,
      );
    }
    say(`Done: ${certificates.length - passed} erased again, ${passed} were erased in the backup.`);
    return true;
  } finally {
    await erasing.close();
  }
};
