// Templates that somebody writes: kept only when they read their sample, and every field that does not match is named.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody } from '../../../test/memory.ts';
import { noticeTemplate } from './notice-template.record.ts';
import { noticeTemplateRules } from './notice-template.rules.ts';
import { faultsOf, filled, tried } from './notice-template-said.ts';

const manager = somebody({ side: 'integrator', organisation: 'ORG-1', roles: ['process_manager'] });
const sample = `From: NOC <noc@ring.example>
Subject: [RN-881] Werk aan ring 2

Beste relatie,
Wij werken van 3/11/2026 22:00 CET tot 4/11/2026 04:00 CET aan de ring.
Kenmerk: RN-881
Lijnen: ring-2, ring-2b
Dit werk is verschoven.
`;
const good = {
  provider: 'Ring',
  marks: ['@ring.example'],
  starts_after: ['werken van … tot'],
  ends_after: ['CET tot'],
  key_after: ['Kenmerk:'],
  objects_after: ['Lijnen:'],
  moved_says: ['verschoven'],
  sample,
};
const add = (more: object = {}) =>
  inMemory({ definition: noticeTemplate, rules: noticeTemplateRules, house: 'ORG-1' }, { command: 'add', actor: manager, input: { ...good, ...more } });

describe('a template', () => {
  it('that reads its sample is kept, and reads it', () => {
    expect(happened(add()).row).toMatchObject({ provider: 'Ring', date_order: 'dmy', state: 'active' });
    expect(tried(filled(good))).toMatchObject({
      provider: 'Ring',
      notice_key: 'RN-881',
      status: 'RE-SCHEDULED',
      starts_at: '2026-11-03T21:00:00.000Z',
      ends_at: '2026-11-04T03:00:00.000Z',
      objects: [{ name: 'ring-2' }, { name: 'ring-2b' }],
    });
  });

  it.each([
    ['marks', { marks: ['@other.example'] }, 'no_mark'],
    ['starts_after', { starts_after: ['Begin:'] }, 'no_match'],
    ['starts_after', { starts_after: ['Kenmerk:'] }, 'no_time'],
    ['ends_after', { ends_after: [] }, 'no_match'],
    ['ends_after', { starts_after: ['CET tot'], ends_after: ['werken van … tot'] }, 'wrong_period'],
    ['key_after', { key_after: ['Ticket:'] }, 'no_match'],
    ['objects_after', { objects_after: ['Circuits:'] }, 'no_match'],
    ['objects_after', { objects_after: ['Lijnen:'], objects_below: true }, 'no_match'],
  ])('that does not match its sample is refused by %s %j', (field, more, code) => {
    expect(add(more)).toMatchObject({ refused: `notice_template.${code}`, field });
  });

  it.each([
    '3-11-2026 22:00',
    '3 november 2026 om 22:00',
    'dinsdag 3 nov. 2026 22.00 uur',
    '3. November 2026, 22.00 Uhr',
    '3.11.2026 22:00',
    '2026-11-03 22:00',
  ])('reads %s as it is written here', (time) => {
    const said = { ...good, starts_after: ['van'], ends_after: [' tot '], zone: 'Europe/Amsterdam' };
    expect(tried(filled({ ...said, sample: sample.replace('werken van 3/11/2026 22:00 CET tot', `van ${time}\n tot `) }))?.starts_at).toBe(
      '2026-11-03T21:00:00.000Z',
    );
  });

  it('asks for a zone where the mail has none, and tells all that is wrong while it is written', () => {
    const bare = sample.replaceAll(' CET', '');
    const said = { ...good, sample: bare, ends_after: [' tot '] };
    expect(add(said)).toMatchObject({ refused: 'notice_template.no_time', params: { found: '3/11/2026 22:00' } });
    expect(happened(add({ ...said, zone: 'Europe/Amsterdam' })).row.state).toBe('active');
    expect(faultsOf(filled({ sample })).map((each) => each.field)).toEqual(['marks', 'starts_after', 'ends_after']);
  });
});
