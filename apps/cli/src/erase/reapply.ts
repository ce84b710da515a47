import { Refusal } from '@madoguchi/event-sourcing';
import type { Certificate } from '@madoguchi/use-cases';
import type { EraseSettings } from './erase-settings.js';
import { openErasing } from './open-erasing.js';

export const OF_A_FORMER_KEY =
  'Was the master key replaced since? Give MADOGUCHI_MASTER_KEY the key of then too, behind the current one and a comma.';

/**
 * Erases again after a backup was restored. What the backup knows to be erased is passed over, so that an interrupted run goes on where it was.
 *
 * @returns false when it was broken off
 * @throws at the end, when there were certificates that no key recognises: the others are done by then
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
    const strange: Certificate[] = [];
    const again = async (certificate: Certificate): Promise<string> => {
      try {
        await erasing.again(certificate);
        return 'is erased again';
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'not-our-certificate')) throw error;
        strange.push(certificate);
        return 'is NOT ERASED: the certificate is not ours';
      }
    };
    for (const [index, certificate] of certificates.entries()) {
      if (signal.aborted) {
        say(`Broken off after ${index} of ${certificates.length}. Give the same command again to go on.`);
        return false;
      }
      const known = await erasing.erasures.find(certificate.tenantId, certificate.id);
      if (known?.certificate) passed += 1;
      const became = known?.certificate ? 'was erased in the backup' : await again(certificate);
      say(`${index + 1} of ${certificates.length}: ${certificate.contactId} ${became}`);
    }
    say(`Done: ${certificates.length - passed - strange.length} erased again, ${passed} were erased in the backup.`);
    if (strange.length > 0)
      throw new Error(
        `NOT ERASED: ${strange.map(({ contactId }) => contactId).join(', ')}. This installation gave no such certificate, or it was changed. ` +
          `${OF_A_FORMER_KEY} Then give the same command again; it passes over what is done. Or erase these with --contact.`,
      );
    return true;
  } finally {
    await erasing.close();
  }
};
