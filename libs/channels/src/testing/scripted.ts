import { type Script, type ScriptedPlatform, startScriptedPlatform } from '@madoguchi/use-cases/testing';

/** Longer than any test waits. */
export const deadline = (): AbortSignal => AbortSignal.timeout(120_000);

/** A platform that answers by path: the first key that the path contains. Stopped after the test. */
export const platformThatAnswers = async (answers: Readonly<Record<string, Script>>): Promise<ScriptedPlatform> => {
  const platform = await startScriptedPlatform();
  started.push(platform);
  platform.script(
    ({ path }) => Object.entries(answers).find(([key]) => path.includes(key))?.[1] ?? { status: 404, body: '{"message":"Not found"}' },
  );
  return platform;
};

const started: ScriptedPlatform[] = [];

export const stopPlatforms = async (): Promise<void> => {
  await Promise.all(started.splice(0).map((platform) => platform.stop()));
};
