import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Camera } from '../../core/cameras/camera.ts';
import { chosenCameras } from './use-cameras-input.ts';
import { useCamerasList } from './use-cameras-list.ts';

const cameras: readonly Camera[] = ['North', 'South', 'Dock'].map((name) => ({ id: name, name, site: '' }));

function open() {
  const { result, rerender } = renderHook((shown: readonly Camera[]) => useCamerasList(shown), {
    initialProps: cameras,
  });
  const chosen = () => chosenCameras(result.current).map(({ name }) => name);
  return { list: () => result.current, show: rerender, chosen };
}

it('means an act for no camera before the person chose one or put the keyboard on it', () => {
  const { list, chosen } = open();
  expect(list().cursor).toMatchObject({ index: 0, id: 'North' });
  expect(chosen()).toEqual([]);
  act(() => list().moveToCamera('Dock'));
  expect(chosen()).toEqual([]);
  act(() => list().follow({ index: 2, column: 1 }));
  expect(chosen()).toEqual(['Dock']);
});

it('means it for none where the camera the keyboard was on is not shown any more', () => {
  const { list, show, chosen } = open();
  act(() => list().moveTo({ index: 2, column: 1 }));
  show(cameras.slice(0, 2));
  expect(list().cursor).toMatchObject({ index: 1, id: 'South' });
  expect(chosen()).toEqual([]);
});
