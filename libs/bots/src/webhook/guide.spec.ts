import { readFileSync } from 'node:fs';
import { readAnswer } from './read-answer.js';

const guide = readFileSync(new URL('../../../../docs/guides/bots.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json!);

describe('the guide on bots', () => {
  it('M-183: shows answers that are taken', () => {
    const [turn, ...answers] = examples;
    expect(JSON.parse(turn!)).toMatchObject({ version: 1, type: 'turn', conversation: { epoch: 1 } });
    expect(answers.map((answer) => readAnswer(Buffer.from(answer)).next?.do)).toEqual(['stay', 'hand over']);
  });
});
