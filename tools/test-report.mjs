import { seconds } from './progress.mjs';

/**
 * Reads the JSON report of Jest or of Vitest (the same shape). A file that could not be run at all counts as one failed test.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { name: string, status: string, message: string, assertionResults: unknown[] }[] }} report
 * @returns {{ passed: number, failed: number, messages: string[] }} `messages`: what the failed files say
 */
export const countTests = (report) => {
  const failedFiles = report.testResults.filter((file) => file.status === 'failed');
  const withoutTests = failedFiles.filter((file) => file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + withoutTests,
    messages: failedFiles.map((file) => `${file.name}\n${messageOf(file)}`),
  };
};

/** Vitest puts the message of a failed test beside the test only. */
const messageOf = (file) => file.message || file.assertionResults.flatMap((test) => test.failureMessages ?? []).join('\n');

/**
 * @param {{ name: string, passed: number, failed: number, milliseconds: number }[]} rows
 * @param {number} total milliseconds from beginning to end: less than the sum where steps went side by side
 */
export const tableOf = (rows, total) => {
  const line = (name, time, passed, failed) => `${name.padEnd(12)}${time.padStart(10)}${passed.padStart(10)}${failed.padStart(10)}`;
  const body = rows.map((row) =>
    line(row.name, seconds(row.milliseconds), row.passed ? String(row.passed) : '', row.failed ? String(row.failed) : ''),
  );
  return [line('step', 'time', 'passed', 'failed'), ...body, line('all', seconds(total), '', '')].join('\n');
};
