import { describe, expect, it } from 'vitest';
import type { Camera } from '../../core/cameras/camera.ts';
import { filterWords } from '../../core/text/fold-text.ts';
import { camerasWith, readersWith } from './plan-filter.ts';

const dock: Camera = { id: 'cam-1', name: 'Dock Cam 1', site: 'Zürich' };
const lobby: Camera = { id: 'cam-2', name: 'Lobby Overview', site: '' };
const gate = { id: '00126', name: 'Loading Gate' };
const roof = { id: '00127', name: 'Roof Hatch' };
const views = new Map([['cam-2', new Set(['00126'])]]);
const readerOf = (id: string) => (id === gate.id ? gate : { id, name: '' });

const found = (text: string) => camerasWith([dock, lobby], filterWords(text), { views }, readerOf).map(({ id }) => id);

describe('camerasWith', () => {
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
});

describe('readersWith', () => {
  it('finds readers by name and id', () => {
    expect(readersWith([gate, roof], filterWords('hatch'))).toEqual([roof]);
    expect(readersWith([gate, roof], filterWords('0012'))).toEqual([gate, roof]);
  });
});
