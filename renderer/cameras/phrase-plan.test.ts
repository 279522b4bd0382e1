import { describe, expect, it } from 'vitest';
import { phraseCoverage, phraseGhost, phrasePicking } from './phrase-plan.ts';

const camera = (name: string) => ({ id: name, name, site: '' });
const reader = (name: string) => ({ id: name, name });

it('says the coverage as the contract has it', () => {
  expect(phraseCoverage({ inView: 1102, readers: 1284 })).toBe('1,102 of 1,284 readers in view of a camera');
});

describe('phraseGhost', () => {
  it('says where the plan and Camio have it', () => {
    const held = [{ cameraId: '1', cameraName: 'Dock Cam 1', readers: [], at: '' }];
    expect(phraseGhost({ reader: reader('Gate'), cameras: [camera('Dock Cam 1')], held })).toBe(
      'In the plan on Dock Cam 1. Camio still has it on Dock Cam 1.',
    );
  });

  it('names three cameras and counts the rest', () => {
    const cameras = ['A', 'B', 'C', 'D', 'E'].map(camera);
    expect(phraseGhost({ reader: reader('Gate'), cameras, held: [] })).toBe('In the plan on A, B, C and 2 more.');
  });
});

it('names a multi-select after the one thing it is for, or counts them', () => {
  expect(phrasePicking({ kind: 'readers', cameras: [camera('Dock Cam 1')] })).toBe('Readers for Dock Cam 1');
  expect(phrasePicking({ kind: 'readers', cameras: [camera('A'), camera('B')] })).toBe('Readers for 2 cameras');
  expect(phrasePicking({ kind: 'cameras', readers: [reader('Roof Hatch')] })).toBe('Cameras for Roof Hatch');
  expect(phrasePicking({ kind: 'cameras', readers: ['A', 'B'].map(reader) })).toBe('Cameras for 2 readers');
});
