import type { TimelineEntry } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import { languageName } from '../details/language-name.js';
import { clockTime, dayAndTime, dayKey } from '../time/dates.js';

type Entry = Extract<TimelineEntry, { kind: 'system' }>;

/** Of these the line says who is asked first, when somebody is. */
const NAMING_WHO: ReadonlySet<string> = new Set(['transferred', 'assigned by supervisor']);

/** The day stands with it where it is not that of the line. */
const dueTime = (due: Date, at: Date, language: string): string =>
  dayKey(due) === dayKey(at) ? clockTime(due, language) : dayAndTime(due, language);

/** One line of what happened. Reasons are the log's own words: one that there is no text for is left out. */
export const useSystemLine = (): ((entry: Entry) => string) => {
  const { t, i18n } = useTranslation();
  const known = (key: string, values: object): string | null =>
    i18n.exists(key) ? (t as (key: string, values: object) => string)(key, values) : null;

  return (entry) => {
    const { at, what, agent, bot, reason, queue, toAgent, until, language, promised, summary } = entry;
    if (what === 'sla warned' || what === 'sla breached') {
      if (!promised) return '';
      const time = dueTime(new Date(promised.dueAt), new Date(at), i18n.language);
      return t(`sla.${what === 'sla warned' ? 'warned' : 'breached'}.${promised.target}`, { time });
    }
    const name = (agent ?? bot)?.name || t('system.somebody');
    const values = {
      name,
      queue: queue?.name ?? '',
      to: toAgent?.name ?? '',
      time: until ? dayAndTime(new Date(until), i18n.language) : '',
      language: language ? languageName(language, i18n.language) : '',
    };
    const because = reason ? known(`system.because.${reason}${toAgent && NAMING_WHO.has(reason) ? ' to' : ''}`, values) : null;
    if (what === 'agent requested' && because) return because;
    if (what === 'closed' && !agent) return because ?? t('system.closedItself');
    const line = t(`system.${what === 'snoozed' && !until ? 'snoozed until answer' : what}`, values);
    const more = what === 'handed over' ? because : null;
    return [more ? `${line} (${more})` : line, summary].filter(Boolean).join(': ');
  };
};
