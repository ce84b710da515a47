// @vitest-environment node
import { rows } from '../testing/example-rows.js';
import { desksOfTheSpec } from '../testing/shown-desk.js';

const aDesk = desksOfTheSpec();

const NEW = { ...rows[2]!, id: '00000000-0000-4000-8000-000000009999' };

describe('the list', () => {
  it('holds still under the pointer; the pill applies what is new', async () => {
    const desk = await aDesk();
    const list = desk.page.getByTestId('conversation-list');
    const names = () => list.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('data-conversation')));
    await list.getByRole('link').nth(1).hover();
    const before = await names();
    desk.state.my = [NEW, ...rows];
    desk.changed();
    await desk.page.getByTestId('new-rows').getByText('1 new').waitFor();
    expect(await names()).toEqual(before);
    const pill = (await desk.page.getByTestId('new-rows').boundingBox())!;
    await desk.page.mouse.move(pill.x + pill.width / 2, pill.y + pill.height / 2, { steps: 5 });
    await desk.page.clock.runFor(500);
    expect(await names()).toEqual(before);
    await desk.page.getByTestId('new-rows').click();
    await expect.poll(async () => (await names())[0]).toBe(NEW.id);
  });

  it('holds still for the keyboard too; who presses the pill is on a row again', async () => {
    const desk = await aDesk();
    const row = desk.page.getByTestId('conversation-list').getByRole('link').first();
    await desk.page.keyboard.press('Tab');
    await row.focus();
    desk.state.my = [NEW, ...rows];
    desk.changed();
    await desk.page.getByTestId('new-rows').waitFor();
    await desk.page.keyboard.press('Shift+Tab');
    await expect.poll(() => desk.page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('new-rows');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByTestId('new-rows').waitFor({ state: 'detached' });
    expect(await desk.page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  });

  it('is gone through with j and k, on any keyboard layout', async () => {
    const desk = await aDesk();
    // What a Cyrillic layout sends for the key that is J elsewhere.
    await desk.page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', cancelable: true }))");
    await desk.page.getByRole('heading', { level: 1, name: 'Олег Смирнов' }).waitFor();
    await desk.page.keyboard.press('k');
    await desk.page.getByRole('heading', { level: 1, name: '佐藤 花子' }).waitFor();
  });
});
