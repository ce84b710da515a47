import { slaStanding } from './sla-standing.js';

const dueAt = '2026-11-25T10:00:00.000Z';
const at = (time: string) => Date.parse(`2026-11-25T${time}.000Z`);

it.each([
  ['running', '09:48:00', { state: 'running', seconds: 720 }],
  ['warned', '09:57:00', { state: 'warned', seconds: 180 }],
  ['running', '10:00:01', { state: 'breached', seconds: 1 }],
  ['breached', '10:04:00', { state: 'breached', seconds: 240 }],
] as const)('a promise that is %s, at %s', (state, time, standing) => {
  expect(slaStanding({ kind: 'first answer', dueAt, state }, at(time))).toEqual(standing);
});

it('a promise that is paused counts nothing', () => {
  expect(slaStanding({ kind: 'resolution', dueAt: null, state: 'paused' }, at('10:04:00'))).toEqual({ state: 'paused', seconds: null });
});
