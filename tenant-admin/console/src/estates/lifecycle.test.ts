import { expect, it } from 'vitest';
import { actsOn, archiveProgress } from './lifecycle';

const NOW = new Date('2026-11-22T04:00:00Z');

it('offers what the state allows', () => {
  expect(actsOn({ state: 'ACTIVE', deleteAfter: null }, NOW)).toEqual(['suspend', 'archive']);
  expect(actsOn({ state: 'SUSPENDED', deleteAfter: null }, NOW)).toEqual(['reactivate', 'archive']);
  expect(actsOn({ state: 'PROVISIONING', deleteAfter: null }, NOW)).toEqual([]);
});

it('offers deletion from the instant the grace period ends', () => {
  expect(actsOn({ state: 'ARCHIVED', deleteAfter: '2026-11-22T04:00:00.001Z' }, NOW)).toEqual([]);
  expect(actsOn({ state: 'ARCHIVED', deleteAfter: '2026-11-22T04:00:00Z' }, NOW)).toEqual(['delete']);
});

it('tells how an archive gets on, and what hinders it', () => {
  const archive = { state: 'EXPORTING', attempts: 0, detail: null, fetchedAt: null };
  expect(archiveProgress({ archive: null })).toBeNull();
  expect(archiveProgress({ archive: { ...archive, state: 'EXPORTED' } })).toBeNull();
  expect(archiveProgress({ archive })?.title).toBe('正在导出归档');
  expect(archiveProgress({ archive: { ...archive, attempts: 3, detail: '归档没有完整生成' } })?.words).toBe(
    '已试 3 次：归档没有完整生成',
  );
  expect(archiveProgress({ archive: { ...archive, state: 'DELETING' } })?.title).toBe('正在删除数据');
});
