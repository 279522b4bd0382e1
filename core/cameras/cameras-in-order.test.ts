import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Camera } from './camera.ts';
import { CamerasInOrder } from './cameras-in-order.ts';

const camera = (id: string, name: string): Camera => ({ id, name, site: '' });
const mapOf = (...cameras: readonly Camera[]) => new Map(cameras.map((each) => [each.id, each]));

it('lists cameras by name, numbers by their size, and by id where they share a name', () => {
  const cameras = mapOf(camera('b', 'Dock 10'), camera('z', 'Dock 2'), camera('a', 'Dock 10'));
  expect(new CamerasInOrder().of(cameras).map(({ id }) => id)).toEqual(['z', 'a', 'b']);
});

it('gives the same array for the same cameras', () => {
  const cameras = mapOf(camera('1', 'Lobby'));
  const inOrder = new CamerasInOrder();
  expect(inOrder.of(cameras)).toBe(inOrder.of(cameras));
});

it('comes to the same order whatever it listed before', () => {
  const cameras = fc
    .uniqueArray(fc.record({ id: fc.string({ maxLength: 3 }), name: fc.string({ maxLength: 4 }) }), {
      selector: ({ id }) => id,
    })
    .map((each) => mapOf(...each.map(({ id, name }) => camera(id, name))));
  fc.assert(
    fc.property(fc.array(cameras, { minLength: 1, maxLength: 5 }), (history) => {
      const inOrder = new CamerasInOrder();
      const listed = history.map((each) => inOrder.of(each));
      expect(listed.at(-1)).toEqual(new CamerasInOrder().of(new Map(history.at(-1))));
    }),
  );
});
