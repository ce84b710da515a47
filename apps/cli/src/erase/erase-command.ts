import { sealLog, scrub, type Scrubbed } from '@madoguchi/personal-data';
import { deskProjectors } from '@madoguchi/read-models';
import { masterKeysFrom } from '@madoguchi/secrets';
import { CertificateSeal } from '@madoguchi/use-cases';
import { certificatesIn } from './certificates-in.js';
import { erasePerson } from './erase-person.js';
import { adminUrlOf, eraseSettings, masterKeyOf } from './erase-settings.js';
import { OF_A_FORMER_KEY, reapply } from './reapply.js';

/** As commander gives them. */
export interface EraseCommandOptions {
  readonly data: string;
  readonly contact?: string;
  readonly reason?: string;
  readonly confirm?: string;
  readonly certificate?: string;
  readonly reapply?: string;
  readonly verify?: string;
  readonly sealLog?: true;
  readonly scrub?: true;
}

const JOBS = ['contact', 'reapply', 'verify', 'sealLog', 'scrub'] as const;
const LOG_TABLE = 'event_log.events';

/** @returns false when it was broken off */
export const eraseCommand = async (
  options: EraseCommandOptions,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> => {
  const [job, another] = JOBS.filter((name) => options[name] !== undefined);
  if (!job || another) throw new Error('Say one of: --contact, --reapply, --verify, --seal-log, --scrub.');
  const { data, contact = '', reapply: backup = '', verify = '' } = options;
  switch (job) {
    case 'contact':
      await erasePerson({ ...options, contact }, eraseSettings(environment, data), say);
      return true;
    case 'reapply':
      return reapply(certificatesIn(backup), eraseSettings(environment, data), signal, say);
    case 'verify':
      verifyAll(verify, masterKeyOf(environment, data), say);
      return true;
    case 'sealLog':
      return sealAll(environment, masterKeyOf(environment, data), signal, say);
    case 'scrub':
      masterKeyOf(environment, data);
      report(await scrub(adminUrlOf(environment), tablesOfReadModels()), say);
      return true;
  }
};

const tablesOfReadModels = (): readonly string[] => deskProjectors.flatMap(({ tables }) => tables);

const verifyAll = (file: string, masterKey: string, say: (line: string) => void): void => {
  const seal = new CertificateSeal(masterKeysFrom(masterKey));
  const strange = certificatesIn(file).filter((certificate) => {
    const ours = seal.recognises(certificate);
    say(`${ours ? 'genuine' : 'NOT OURS'}  ${certificate.id}: ${certificate.contactId}, completed at ${certificate.completedAt}`);
    return !ours;
  });
  if (strange.length > 0) throw new Error(`This installation gave no such certificate, or it was changed since. ${OF_A_FORMER_KEY}`);
};

const sealAll = async (
  environment: NodeJS.ProcessEnv,
  masterKey: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> => {
  if ((environment.EVENT_STORE ?? 'postgres') !== 'postgres')
    throw new Error('--seal-log works on the log in PostgreSQL. EventStoreDB changes nothing that is recorded: begin a new log there.');
  const adminUrl = adminUrlOf(environment);
  const { sealed, complete } = await sealLog(adminUrl, {
    masterKey,
    signal,
    onProgress: ({ sealed, percent }) => say(`${sealed} events sealed, ${percent} % of the log`),
  });
  if (!complete) {
    say(`Broken off: ${sealed} events are sealed. Give the same command again to go on.`);
    return false;
  }
  if (sealed > 0) report(await scrub(adminUrl, [LOG_TABLE]), say);
  say(`Done: ${sealed} events sealed.`);
  if (sealed > 0)
    say('The stream EVENTS of NATS may hold copies in the open for 30 days: empty it when nothing waits (nats stream purge EVENTS).');
  return true;
};

const report = ({ rewritten, left }: Scrubbed, say: (line: string) => void): void => {
  say(`Written anew: ${rewritten.join(', ')}`);
  for (const line of left) say(`LEFT FOR YOU: ${line}`);
};
