// @vitest-environment node
import { detail } from '../testing/example-desk.js';
import { CHOSEN } from '../testing/example-rows.js';
import { desksOfTheSpec } from '../testing/shown-desk.js';

const aDesk = desksOfTheSpec();

describe('the live line', () => {
  it('leaves no gap between the list and a conversation that was read a moment before it', async () => {
    let reads = 0;
    const desk = await aDesk({
      answer: ({ path }) => {
        if (path !== `/conversations/${CHOSEN}`) return null;
        reads += 1;
        return reads === 1 ? { status: 200, body: { ...detail(CHOSEN), owner: null } } : null;
      },
    });
    await desk.field.waitFor();
  });

  it('is followed from the list, resumed after the last frame, and its loss is said', async () => {
    const desk = await aDesk();
    await desk.field.fill('My text is safe');
    await expect.poll(() => desk.open.liveFrom).toEqual(['100']);
    desk.open.say({ type: 'alive', position: '173' });
    // From here on time passes only as it is told: a busy machine looks at what is shown as late as it likes.
    await desk.page.clock.pauseAt((await desk.page.evaluate(() => Date.now())) + 1_000);
    desk.open.cut();
    await desk.page.getByText('Connection lost').waitFor();
    expect(await desk.page.getByRole('button', { name: 'Waiting for connection' }).isDisabled()).toBe(true);
    await desk.page.clock.runFor(1_000);
    await expect.poll(() => desk.open.liveFrom).toEqual(['100', '173']);
    desk.open.say({ type: 'changed', position: '174', conversations: [CHOSEN], offers: false, agents: false });
    // The frame and the clock go two ways into the page; which one is there first is not said.
    await expect
      .poll(async () => {
        await desk.page.clock.runFor(1_500);
        return desk.page.getByText('Back. 1 change loaded.').count();
      })
      .toBe(1);
    expect(await desk.field.inputValue()).toBe('My text is safe');
  });
});
