import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { errorSigns, partSigns } from './list-part.ts';
import { parseLossless } from './lossless.ts';

const beside = (json: string): { readonly [key: string]: Json } => {
  const parsed = parseLossless(json);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('Not an object.');
  return Object.fromEntries(Object.entries(parsed));
};

describe('a list of two readers beside', () => {
  test.each([
    ['{"readers":[],"next":"https://camio.example/devices?page=2"}', ['next']],
    ['{"results":[],"next":{"href":"https://cc.example/api/doors?skip=2"}}', ['next']],
    ['{"readers":[],"@odata.nextLink":"x","@odata.count":2}', ['@odata.nextLink']],
    ['{"readers":[],"hasMore":true}', ['hasMore']],
    ['{"readers":[],"has_more":true,"next_page_token":"abc"}', ['has_more', 'next_page_token']],
    ['{"readers":[],"total":50}', ['total']],
    ['{"readers":[],"total":"50"}', ['total']],
    ['{"readers":[],"count":0}', ['count']],
    ['{"readers":[],"totalCount":1}', ['totalCount']],
    ['{"readers":[],"paging":{"next":"/p2","previous":null}}', ['paging.next']],
    ['{"readers":[],"_links":{"self":{"href":"/1"},"next":{"href":"/2"}}}', ['_links.next']],
    ['{"readers":[],"meta":{"total_count":50,"limit":2}}', ['meta.total_count']],
    ['{"readers":[],"page":{"number":0,"totalPages":3}}', ['page.totalPages']],
    ['{"readers":[],"offset":100,"limit":2}', ['offset']],
    ['{"readers":[],"last":false}', ['last']],
    ['{"readers":[],"truncated":true}', ['truncated']],
  ])('%s is a part', (json, keys) => {
    expect(partSigns(beside(json), json.includes('"results"') ? 'results' : 'readers', 2)).toEqual(keys);
  });

  test.each([
    '{"readers":[]}',
    '{"readers":[],"next":null,"hasMore":false,"total":2,"count":2,"offset":0}',
    '{"readers":[],"next":"","pages":1,"last":true,"nextPageToken":""}',
    '{"readers":[],"account":"ops","version":3,"updated":"2026-11-30"}',
    '{"readers":[],"paging":{"next":null,"total":2},"links":{"self":"/devices"}}',
    '{"readers":[],"success":true,"error":null,"errors":[]}',
  ])('%s is the whole list', (json) => {
    expect(partSigns(beside(json), 'readers', 2)).toEqual([]);
    expect(errorSigns(beside(json), 'readers')).toEqual([]);
  });

  test.each([
    ['{"readers":[],"error":"upstream timed out"}', ['error']],
    ['{"readers":[],"success":false}', ['success']],
    ['{"readers":[],"errors":[{"code":7}]}', ['errors']],
    ['{"readers":[],"status":"error"}', ['status']],
    ['{"readers":[],"ok":false,"status":"ok"}', ['ok']],
  ])('%s is an error', (json, keys) => {
    expect(errorSigns(beside(json), 'readers')).toEqual(keys);
  });
});

test('a total says a part exactly where it is another number than the list has, however its key is written', () => {
  const key = fc.constantFrom('total', 'Total', 'total_count', 'totalCount', '@odata.count', 'COUNT', 'total-items');
  fc.assert(
    fc.property(key, fc.nat(1000), fc.nat(1000), (name, total, entries) => {
      expect(partSigns({ readers: [], [name]: total }, 'readers', entries)).toEqual(total === entries ? [] : [name]);
    }),
  );
});
