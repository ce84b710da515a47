import type { HandedOver } from '@madoguchi/conversation';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONGEST = 4_000;
const MOST = 50;
/** Of a hand-over, what is looked up by: at most so many skills, and so many characters of each, and of the language. */
export const HAND_OVER_LIMITS = { skills: 20, skill: 60, language: 35 } as const;

const object = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
};

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST) : undefined;

const skillsIn = (value: unknown): readonly string[] | undefined => {
  const skills = Array.isArray(value)
    ? value.flatMap((skill) => words(skill) ?? []).filter((skill) => skill.length <= HAND_OVER_LIMITS.skill)
    : [];
  return skills.length > 0 ? skills.slice(0, HAND_OVER_LIMITS.skills) : undefined;
};

/** `{"order": "4711"}`, or a list of `{name, value}` as webhook bots send it. */
const fieldsIn = (value: unknown): HandedOver['fields'] => {
  const pairs = Array.isArray(value)
    ? (value as readonly { readonly name?: unknown; readonly value?: unknown }[]).map((field) => [field?.name, field?.value] as const)
    : Object.entries(typeof value === 'object' && value !== null ? value : {});
  const fields = pairs.flatMap(([name, said]) => {
    const [left, right] = [words(name), words(typeof said === 'number' ? String(said) : said)];
    return left === undefined || right === undefined ? [] : [{ name: left, value: right }];
  });
  return fields.length > 0 ? fields.slice(0, MOST) : undefined;
};

/**
 * What a bot at a platform tells with a thread that it passes (`metadata`, at most 1,000 characters at Messenger): JSON with `queueId`,
 * `skills`, `language`, `summary` (or `reason`) and `fields`, as far as it gives them; anything else is the summary, as it stands. What has
 * another shape is left out: a hand-over never fails for its words.
 */
export const handedOverWith = (metadata: string | undefined): HandedOver => {
  const told = metadata === undefined ? undefined : object(metadata);
  if (!told) return withoutHoles({ summary: words(metadata) });
  const queueId = words(told['queueId']);
  const language = words(told['language']);
  return withoutHoles({
    queueId: queueId !== undefined && UUID.test(queueId) ? queueId.toLowerCase() : undefined,
    skills: skillsIn(told['skills']),
    language:
      language !== undefined && language.length <= HAND_OVER_LIMITS.language && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)
        ? language
        : undefined,
    summary: words(told['summary']) ?? words(told['reason']),
    fields: fieldsIn(told['fields']),
  });
};

const withoutHoles = (handed: HandedOver): HandedOver =>
  Object.fromEntries(Object.entries(handed).filter(([, value]) => value !== undefined));
