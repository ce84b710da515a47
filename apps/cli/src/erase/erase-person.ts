import { randomUUID } from 'node:crypto';
import { ERASE_REASONS, type EraseReason } from '@madoguchi/conversation';
import { type Certificate, type Erasure, printCertificate } from '@madoguchi/use-cases';
import { writeWhole } from '../start/data-folder.js';
import { eraserOf } from './eraser.js';
import type { EraseSettings } from './erase-settings.js';
import { openErasing } from './open-erasing.js';

export interface ErasePersonOptions {
  readonly contact: string;
  readonly reason?: string;
  readonly confirm?: string;
  readonly certificate?: string;
}

/** Erases a person, or ends what was begun and interrupted. */
export const erasePerson = async (
  { contact, reason, confirm, certificate: file }: ErasePersonOptions,
  settings: EraseSettings,
  say: (line: string) => void,
): Promise<void> => {
  const contactId = contact.toLowerCase();
  const asked = reasonOf(reason);
  const confirmation = `erase ${contactId.slice(0, 8)}`;
  if (confirm !== confirmation) throw new Error(`Confirm with --confirm "${confirmation}". It cannot be taken back.`);
  const { tenantId, actor } = await eraserOf(settings.environment.MADOGUCHI_TOKEN, settings.databaseUrl);
  const erasing = await openErasing(settings);
  try {
    const begun = (await erasing.erasures.list(tenantId, contactId)).find((erasure) => !erasure.certificate);
    say(begun ? `Going on with erasure ${begun.id} of ${begun.requestedAt} …` : 'Destroying the keys, then rows and files …');
    const certificate = begun
      ? await erasing.end(begun)
      : await erasing.begin({
          id: randomUUID(),
          tenantId,
          contactId,
          reason: asked,
          requestedBy: actor,
          requestedAt: new Date().toISOString(),
        });
    give(certificate, file, say);
  } catch (error) {
    const left = (await erasing.erasures.list(tenantId, contactId).catch((): readonly Erasure[] => [])).some(
      ({ certificate }) => !certificate,
    );
    if (!left) throw error;
    throw new Error(
      `The keys are destroyed: nobody can read the data any more. The rest is not done yet (${(error as Error).message}). ` +
        'See that the services run, and give the same command again; admin also ends it by itself.',
    );
  } finally {
    await erasing.close();
  }
};

const reasonOf = (text: string | undefined): EraseReason => {
  const reason = ERASE_REASONS.find((each) => each === text);
  if (!reason) throw new Error(`--reason must be one of: ${ERASE_REASONS.join(', ')}.`);
  return reason;
};

const give = (certificate: Certificate, file: string | undefined, say: (line: string) => void): void => {
  say(printCertificate(certificate));
  if (file === undefined) return;
  writeWhole(file, certificate);
  say(`As JSON in ${file}`);
};
