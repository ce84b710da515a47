export const SNOOZE_PRESETS = ['hour', 'threeHours', 'evening', 'tomorrow', 'nextWeek'] as const;
export type SnoozePreset = (typeof SNOOZE_PRESETS)[number];

const EVENING = 18;
const MORNING = 9;
const MONDAY = 1;

/** The times to choose from, in the reader's zone, soonest first; those that make no sense any more today are left out. */
export const snoozeTimes = (now: Date): readonly { readonly preset: SnoozePreset; readonly at: Date }[] => {
  const onDay = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const at: Readonly<Record<SnoozePreset, Date>> = {
    hour: inHours(1),
    threeHours: inHours(3),
    evening: onDay(0, EVENING),
    tomorrow: onDay(1, MORNING),
    nextWeek: onDay((MONDAY - now.getDay() + 7) % 7 || 7, MORNING),
  };
  return SNOOZE_PRESETS.filter((preset) => preset !== 'evening' || at.evening > inHours(1)).map((preset) => ({ preset, at: at[preset] }));
};

/** For `<input type="datetime-local">`, in the reader's zone. */
export const localInput = (at: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
};
