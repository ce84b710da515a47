import { erlangC, firstComeFirstServed, simulate } from '../testing/simulation.js';

const AGENTS = 4;
const SERVICE_RATE = 1 / 60;

describe('a simulated centre', () => {
  it.each([0.5, 0.7, 0.85])('waits exactly as long as where everybody comes in turn, and as Erlang says, at a load of %d', (load) => {
    const arrivalRate = load * AGENTS * SERVICE_RATE;
    const served = simulate({
      customers: [{ queueId: 'support', arrivalRate }],
      agents: AGENTS,
      serviceRate: SERVICE_RATE,
      arrivals: 2_000,
      seed: 7,
    });
    const inTurn = firstComeFirstServed(arrivalRate, AGENTS, SERVICE_RATE, 400_000, 7);
    expect(Math.max(...served.map(({ waited }, n) => Math.abs(waited - inTurn[n]!)))).toBeLessThan(1e-6);

    const { waits, meanWait } = erlangC(AGENTS, load * AGENTS, SERVICE_RATE);
    const waited = inTurn.reduce((sum, wait) => sum + (wait > 0 ? 1 : 0), 0) / inTurn.length;
    const mean = inTurn.reduce((sum, wait) => sum + wait, 0) / inTurn.length;
    expect(Math.abs(waited / waits - 1)).toBeLessThan(0.05);
    expect(Math.abs(mean / meanWait - 1)).toBeLessThan(0.05);
  });

  it('knows Erlang’s numbers', () => {
    expect(erlangC(1, 0.5, 1)).toEqual({ waits: 0.5, meanWait: 1 });
    expect(erlangC(2, 1, 1).waits).toBeCloseTo(1 / 3, 12);
  });

  it('I16: never lets an equal one overtake', () => {
    let overtaken = 0;
    simulate(
      { customers: [{ queueId: 'support', arrivalRate: 0.062 }], agents: AGENTS, serviceRate: SERVICE_RATE, arrivals: 1_000, seed: 3 },
      (given, waiting) => {
        for (const other of waiting.values()) if (other.waitingSince < given.waitingSince) overtaken += 1;
      },
    );
    expect(overtaken).toBe(0);
  });

  it('lets nobody starve under priority, even when the urgent alone are too many', () => {
    const customers = [
      { queueId: 'urgent', arrivalRate: 0.07, priorityLevel: 10 },
      { queueId: 'plain', arrivalRate: 0.01 },
    ];
    let early = 0;
    const served = simulate({ customers, agents: AGENTS, serviceRate: SERVICE_RATE, arrivals: 600, seed: 5 }, (given, waiting) => {
      // Ten levels of ten seconds: by so much, and no more, a customer may be passed over.
      for (const other of waiting.values()) if (given.waitingSince - other.waitingSince > 100_000) early += 1;
    });
    expect(early).toBe(0);
    const plain = served.filter(({ queueId }) => queueId === 'plain');
    expect(plain.length).toBeGreaterThan(40);
    const urgent = served.filter(({ queueId }) => queueId === 'urgent');
    const mean = (all: typeof served) => all.reduce((sum, { waited }) => sum + waited, 0) / all.length;
    expect(mean(urgent)).toBeLessThan(mean(plain));
  });
});
