import { answer, estateApi } from '@/api/client';
import type { components } from '@/api/estate-schema';
import type { Page } from '@/api/types';

export type Product = components['schemas']['Product'];
export type Shop = components['schemas']['ShopEntry'];
export type Notice = components['schemas']['NoticeHeadline'];

const of = (slug: string, query: { q?: string; after?: string } = {}) => ({
  params: { path: { slug }, query },
});

export function fetchPublicEstate(slug: string) {
  return answer(estateApi.GET('/api/estates/{slug}', { params: { path: { slug } } }));
}

export function listProducts(slug: string, q: string, after?: string): Promise<Page<Product>> {
  return answer(estateApi.GET('/api/estates/{slug}/products', of(slug, { q: q.trim() || undefined, after })));
}

export function listShops(slug: string, q: string, after?: string): Promise<Page<Shop>> {
  return answer(estateApi.GET('/api/estates/{slug}/shops', of(slug, { q: q.trim() || undefined, after })));
}

export function listNotices(slug: string, after?: string): Promise<Page<Notice>> {
  return answer(
    estateApi.GET('/api/estates/{slug}/notices', { params: { path: { slug }, query: { after } } }),
  );
}

export function fetchNotice(slug: string, notice: string) {
  return answer(
    estateApi.GET('/api/estates/{slug}/notices/{notice}', { params: { path: { slug, notice } } }),
  );
}
