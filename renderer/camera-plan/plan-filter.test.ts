import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Camera } from '../../core/cameras/camera.ts';
import { filterWords } from '../../core/text/fold-text.ts';
import { CameraFilter, readersWith } from './plan-filter.ts';

const dock: Camera = { id: 'cam-1', name: 'Dock Cam 1', site: 'Zürich' };
const lobby: Camera = { id: 'cam-2', name: 'Lobby Overview', site: '' };
const gate = { id: '00126', name: 'Loading Gate' };
const roof = { id: '00127', name: 'Roof Hatch' };
const views = new Map([['cam-2', new Set(['00126'])]]);
const readers = { of: (id: string) => (id === gate.id ? gate : { id, name: '' }) };
const plan = { cameras: [dock, lobby], views, readers };

const foundBy = (filter: CameraFilter, text: string) => filter.passing(plan, filterWords(text)).map(({ id }) => id);
const found = (text: string) => foundBy(new CameraFilter(), text);

describe('CameraFilter', () => {
  it('finds a camera by name, site and id, in any order of words', () => {
    expect(found('1 dock')).toEqual(['cam-1']);
    expect(found('ZURICH')).toEqual(['cam-1']);
    expect(found('cam-2')).toEqual(['cam-2']);
  });

  it('finds a camera by a reader it sees', () => {
    expect(found('loading')).toEqual(['cam-2']);
    expect(found('00126')).toEqual(['cam-2']);
  });

  it('does not put a word of the camera and one of its reader together', () => {
    expect(found('lobby gate')).toEqual([]);
  });

  it('lists all without a filter', () => {
    expect(found('  ')).toEqual(['cam-1', 'cam-2']);
  });

  it('finds the same whatever it was asked before', () => {
    const typed = fc.stringMatching(/^[012 codk]{0,4}$/);
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 12 }), (texts) => {
        const filter = new CameraFilter();
        for (const text of texts) expect(foundBy(filter, text)).toEqual(found(text));
      }),
    );
  });

  it('looks anew once the plan is another', () => {
    const filter = new CameraFilter();
    expect(foundBy(filter, 'gate')).toEqual(['cam-2']);
    expect(filter.passing({ ...plan, views: new Map([['cam-1', new Set([gate.id])]]) }, ['gate'])).toEqual([dock]);
    expect(filter.passing({ ...plan, cameras: [dock] }, ['gate'])).toEqual([]);
    expect(filter.passing({ ...plan, readers: { of: (id) => ({ id, name: '' }) } }, ['gate'])).toEqual([]);
  });
});

describe('readersWith', () => {
  it('finds readers by name and id', () => {
    expect(readersWith([gate, roof], filterWords('hatch'))).toEqual([roof]);
    expect(readersWith([gate, roof], filterWords('0012'))).toEqual([gate, roof]);
  });
});
