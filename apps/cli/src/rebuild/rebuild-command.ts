import { openSealedLog } from '@madoguchi/personal-data';
import { deskProjectors, type Projector, rebuildBeside, rebuildProjector, routingProjector } from '@madoguchi/read-models';
import { inTodaysShape } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { adminUrlOf, masterKeyOf } from '../erase/erase-settings.js';
import { databaseUrlOf, openLog } from '../replay/open-log.js';

/** As commander gives them. */
export interface RebuildCommandOptions {
  readonly data: string;
  readonly names: readonly string[];
  readonly all?: true;
  readonly empty?: true;
}

const TELL_EVERY_MS = 2_000;
const PROJECTORS: readonly Projector[] = [...deskProjectors, routingProjector];

/** @returns false when it was broken off: what is finished stays, and the one at work is as it was */
export const rebuildCommand = async (
  { data, names, all, empty }: RebuildCommandOptions,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> => {
  const projectors = chosen(names, Boolean(all) || (Boolean(empty) && names.length === 0));
  const adminUrl = adminUrlOf(environment);
  if (empty) {
    await emptyAll(adminUrl, projectors);
    say(`Empty: ${projectors.map(({ name }) => name).join(', ')}. The services fill them again when they start.`);
    return true;
  }
  const databaseUrl = databaseUrlOf(environment, data);
  const log = inTodaysShape(await openLog(environment, databaseUrl));
  const { store } = await openSealedLog(log, { url: databaseUrl, masterKey: masterKeyOf(environment, data) });
  try {
    for (const [index, projector] of projectors.entries()) {
      const title = `${projector.name} (${index + 1} of ${projectors.length})`;
      const began = performance.now();
      let told = began;
      const { position, swapMs } = await rebuildBeside({
        adminUrl,
        store,
        projector,
        signal,
        log: {
          info: () => undefined,
          warn: (_, message) => say(`${title}: ${message}`),
          error: (_, message) => say(`${title}: ${message}`),
        },
        onProgress: (progress) => {
          if (performance.now() - told < TELL_EVERY_MS) return;
          told = performance.now();
          say(`${title}: at ${progress.position} of ${progress.head}`);
        },
      });
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      say(`${title}: new since position ${position}, ${seconds} s; swapped in ${Math.round(swapMs)} ms`);
    }
    return true;
  } catch (error) {
    if (!signal.aborted) throw error;
    say('Broken off. What was in use is in use.');
    return false;
  } finally {
    await store.close();
  }
};

const chosen = (names: readonly string[], all: boolean): readonly Projector[] => {
  if (all && names.length === 0) return PROJECTORS;
  const projectors = names.flatMap((name) => PROJECTORS.filter((projector) => projector.name === name));
  if (all || projectors.length === 0 || projectors.length < names.length)
    throw new Error(`Name read models, or --all. There are: ${PROJECTORS.map(({ name }) => name).join(', ')}.`);
  return projectors;
};

const emptyAll = async (adminUrl: string, projectors: readonly Projector[]): Promise<void> => {
  const database = await new DataSource({ type: 'postgres', url: adminUrl }).initialize();
  try {
    for (const projector of projectors) await rebuildProjector(database, projector);
  } finally {
    await database.destroy();
  }
};
