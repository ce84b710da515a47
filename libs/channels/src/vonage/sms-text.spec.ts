import { vonageCapabilities, vonageProblems } from './limits.js';
import { smsSizeOf } from './sms-text.js';

describe('the size of an SMS', () => {
  it.each([
    ['', 'GSM-7', 0, 1],
    ['x'.repeat(160), 'GSM-7', 160, 1],
    ['x'.repeat(161), 'GSM-7', 161, 2],
    ['x'.repeat(306), 'GSM-7', 306, 2],
    ['x'.repeat(307), 'GSM-7', 307, 3],
    ['@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ', 'GSM-7', 31, 1],
    ['|^€{}[]~\\', 'GSM-7', 18, 1],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    // Each of the two parts has room for 76 of them and one letter that stays empty.
    ['€'.repeat(152), 'GSM-7', 304, 2],
    ['€'.repeat(153), 'GSM-7', 306, 3],
    ['予'.repeat(70), 'UCS-2', 70, 1],
    ['予'.repeat(71), 'UCS-2', 71, 2],
    ['予'.repeat(134), 'UCS-2', 134, 2],
    ['予'.repeat(135), 'UCS-2', 135, 3],
    ['😀'.repeat(35), 'UCS-2', 70, 1],
    ['😀'.repeat(66), 'UCS-2', 132, 2],
    ['😀'.repeat(67), 'UCS-2', 134, 3],
    [`${'x'.repeat(159)}ç`, 'UCS-2', 160, 3],
  ] as const)('of %j is as the network counts it', (text, encoding, units, parts) => {
    expect(smsSizeOf(text)).toEqual({ encoding, units, parts });
  });

  it('may be six parts: more in plain letters than in others, and the reason names both numbers', () => {
    expect(vonageProblems({ type: 'text', text: 'x'.repeat(vonageCapabilities.textLimit) })).toEqual([]);
    expect(vonageProblems({ type: 'text', text: '予'.repeat(402) })).toEqual([]);
    expect(vonageProblems({ type: 'text', text: '予'.repeat(403) })).toMatchObject([
      { code: 'text-too-long', reason: expect.stringMatching(/403 characters.*7 SMS of 67 .*Unicode/) },
    ]);
    expect(vonageProblems({ type: 'text', text: '€'.repeat(457) })).toMatchObject([
      { reason: expect.stringMatching(/914 .*7 SMS of 153/) },
    ]);
  });
});
