import { countTests, tableOf } from './test-report.mjs';

const report = (testResults) => ({
  numPassedTests: testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === 'passed').length,
  numFailedTests: testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === 'failed').length,
  testResults,
});

describe('the report of a test run', () => {
  it('counts what passed and what failed, and keeps what the failed files say', () => {
    const counted = countTests(
      report([
        { name: 'good.spec.ts', status: 'passed', message: '', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
        { name: 'bad.spec.ts', status: 'failed', message: 'expected 1', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      ]),
    );
    expect(counted).toEqual({ passed: 3, failed: 1, messages: ['bad.spec.ts\nexpected 1'] });
  });

  it('counts a file that could not be run as one failed test', () => {
    const counted = countTests(report([{ name: 'broken.spec.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] }]));
    expect(counted).toMatchObject({ passed: 0, failed: 1 });
  });

  it('finds the messages where Vitest puts them, beside the tests', () => {
    const counted = countTests(
      report([
        {
          name: 'page.spec.tsx',
          status: 'failed',
          message: '',
          assertionResults: [{ status: 'failed', failureMessages: ['no such button'] }],
        },
      ]),
    );
    expect(counted.messages).toEqual(['page.spec.tsx\nno such button']);
  });

  it('is shown as a table with the time of every step', () => {
    const rows = [
      { name: 'lint', passed: 0, failed: 0, milliseconds: 12_340 },
      { name: 'unit', passed: 300, failed: 2, milliseconds: 60_000 },
    ];
    const table = tableOf(rows, 65_000);
    expect(table.split('\n').map((line) => line.trim().split(/\s+/))).toEqual([
      ['step', 'time', 'passed', 'failed'],
      ['lint', '12.3', 's'],
      ['unit', '60.0', 's', '300', '2'],
      ['all', '65.0', 's'],
    ]);
  });
});
