import { readFileSync } from 'node:fs';
import { EnvironmentError } from './environment-error.js';

const ENDING = '_FILE';
const isMadoguchis = (name: string): boolean => name.startsWith('MADOGUCHI_');

/**
 * The environment with the values that lie in files: `NAME_FILE` names the file that holds the value of `NAME`, as secrets
 * are mounted into containers. The line break at the end of the file is no part of the value; an empty file is no value.
 *
 * @param isOurs which names may come from a file. Variables of others end in `_FILE` too and mean something else, so no
 *   other is looked at.
 * @throws EnvironmentError naming the variables whose file cannot be read, or that are given both ways
 */
export const withFiles = (source: NodeJS.ProcessEnv, isOurs: (name: string) => boolean = isMadoguchis): NodeJS.ProcessEnv => {
  const whole = { ...source };
  const problems: string[] = [];
  for (const [variable, path] of Object.entries(source)) {
    const name = variable.slice(0, -ENDING.length);
    if (!variable.endsWith(ENDING) || !path || !isOurs(name)) continue;
    if (source[name]) problems.push(`only one of ${name} and ${variable} may be set`);
    try {
      whole[name] = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    } catch (error) {
      problems.push(`${variable} names a file that cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return whole;
};
