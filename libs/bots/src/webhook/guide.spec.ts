import { readFileSync } from 'node:fs';
import { handedOverWith } from '@madoguchi/use-cases';
import { readAnswer } from './read-answer.js';

const guide = readFileSync(new URL('../../../../docs/guides/bots.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json!);

describe('the guide on bots', () => {
  it('M-183: shows answers that are taken', () => {
    const [turn, ...answers] = examples;
    expect(JSON.parse(turn!)).toMatchObject({ version: 1, type: 'turn', conversation: { epoch: 1 } });
    expect(answers.map((answer) => readAnswer(Buffer.from(answer)).next?.do)).toEqual(['stay', 'hand over']);
  });

  it('M-184: shows what a bot at Messenger may tell with a conversation that it passes', () => {
    const [, metadata] = /```json metadata\n(.*?)```/s.exec(guide) ?? [];
    expect(handedOverWith(metadata?.trim())).toEqual({
      queueId: '6f1c1f7e-0000-4000-8000-000000000004',
      skills: ['orders'],
      language: 'ja',
      summary: '注文 4711',
      fields: [{ name: 'order', value: '4711' }],
    });
  });
});
