import { describe, expect, it } from 'vitest';
import { builtInPresets, checkPresetName, type EventPreset, mostPresets, withPreset } from './preset.ts';

const night: EventPreset = {
  id: '1',
  name: 'Night round',
  eventType: 'entry unlocked',
  labels: ['night'],
  actorId: '',
  actorName: 'Guard',
};

describe('keeping a preset', () => {
  it('adds it in the order of names, with its name and labels cleaned', () => {
    const second = { ...night, id: '2', name: ' Alarm ', labels: [' x', 'x', ''] };
    expect(withPreset([night], second)).toEqual({
      ok: true,
      value: [{ ...second, name: 'Alarm', labels: ['x'] }, night],
    });
  });

  it('replaces the one of the same id, its name included', () => {
    const renamed = { ...night, name: 'NIGHT ROUND' };
    expect(withPreset([night], renamed)).toEqual({ ok: true, value: [renamed] });
  });

  it.each([
    [{ name: ' ' }, 'no name'],
    [{ name: 'x'.repeat(61) }, '61 characters'],
    [{ name: 'a\tb' }, 'control character'],
    [{ name: 'night ROUND' }, 'already'],
    [{ name: 'forced open' }, 'already'],
    [{ labels: ['a\u0007'] }, 'Label 1'],
  ])('refuses %j', (wrong, reason) => {
    expect(withPreset([night], { ...night, id: '2', name: 'Other', ...wrong })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', message: expect.stringContaining(reason) },
    });
  });

  it('stops at a number that a menu can show', () => {
    const many = Array.from({ length: mostPresets }, (_, index) => ({
      ...night,
      id: `${index}`,
      name: `Round ${index}`,
    }));
    expect(withPreset(many, { ...night, id: 'one more' })).toMatchObject({ ok: false });
    expect(withPreset(many, { ...night, id: '7' })).toMatchObject({ ok: true });
  });
});

it('there is a built-in one for each event type, with the labels of the settings', () => {
  expect(builtInPresets(['test']).map(({ name, eventType, labels }) => [name, eventType, labels])).toEqual([
    ['Forced open', 'forced open', ['test']],
    ['Entry unlocked', 'entry unlocked', ['test']],
    ['Entry ajar', 'entry ajar', ['test']],
  ]);
  expect(checkPresetName('Entry Ajar', [])).toMatchObject({ ok: false });
});
