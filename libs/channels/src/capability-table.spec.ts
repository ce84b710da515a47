import { readFileSync } from 'node:fs';
import { capabilityTable } from './capability-table.js';
import { channelsFrom } from './registry.js';

describe('the table of channels in the docs', () => {
  it('says what the code does; "npm run docs" writes it anew', () => {
    const page = readFileSync(new URL('../../../docs/channels.md', import.meta.url), 'utf8');
    expect(page).toContain(capabilityTable(channelsFrom({}).values()));
  });
});
