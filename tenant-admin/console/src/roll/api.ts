import { answer, fetchFile } from '@/api/client';
import type { components } from '@/api/estate-schema';
import { memberApi } from '@/api/member';
import { uploadFile } from '@/api/upload';
import type { Page } from '@/api/types';

type Schemas = components['schemas'];

export type Unit = Schemas['Unit'];
export type Building = Schemas['Building'];
export type ChangeKind = Schemas['RollChangeForm']['kind'];
export type ChangeForm = Schemas['RollChangeForm'];
export type Preview = Schemas['RollPreview'];
export type Difference = Schemas['RollDifference'];
export type UnitDifference = Schemas['UnitDifference'];
export type Field = Schemas['DisclosureRequest']['field'];

// The document can't say what may be null.
export type Holder = Omit<Schemas['Holder'], 'phone' | 'representative' | 'representativePerson'> & {
  phone: string | null;
  representative: string | null;
  representativePerson: string | null;
};
export type RollUnit = Omit<Schemas['RollUnit'], 'holders'> & { holders: Holder[] };
export type PersonCorrection = Omit<Schemas['PersonCorrection'], 'phoneBefore' | 'phone'> & {
  phoneBefore: string | null;
  phone: string | null;
};
export type UnitChange = Omit<
  Schemas['UnitChange'],
  'became' | 'evidence' | 'began' | 'ended' | 'corrected'
> & {
  became: Schemas['UnitRecord'] | null;
  evidence: string | null;
  began: Holder[];
  ended: Holder[];
  corrected: PersonCorrection[];
};

export interface RollFilter {
  asOf?: string;
  building?: string;
  q?: string;
}

const of = (slug: string) => ({ params: { path: { slug } } });

export function readRoll(
  slug: string,
  filter: RollFilter,
  after?: string,
  limit?: number,
): Promise<Page<RollUnit>> {
  const query = {
    asOf: filter.asOf || undefined,
    building: filter.building || undefined,
    q: filter.q || undefined,
    after,
    limit,
  };
  return answer(memberApi.GET('/api/estates/{slug}/roll', { params: { path: { slug }, query } }));
}

export function listBuildings(slug: string, after?: string, limit?: number): Promise<Page<Building>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/buildings', { params: { path: { slug }, query: { after, limit } } }),
  );
}

export function readRollFigures(slug: string) {
  return answer(memberApi.GET('/api/estates/{slug}/roll/figures', of(slug)));
}

export function readUnit(slug: string, unit: string): Promise<Unit> {
  return answer(memberApi.GET('/api/estates/{slug}/units/{unit}', { params: { path: { slug, unit } } }));
}

/** Who holds a unit now: the roll is searched by its door, which only one has. */
export async function holdersOf(slug: string, unit: Unit): Promise<Holder[]> {
  const { items } = await readRoll(slug, { q: unit.number }, undefined, 50);
  return items.find((found) => found.unit.id === unit.id)?.holders ?? [];
}

export function readHistory(slug: string, unit: string, after?: string): Promise<Page<UnitChange>> {
  return answer(
    memberApi.GET('/api/estates/{slug}/roll/units/{unit}/history', {
      params: { path: { slug, unit }, query: { after } },
    }),
  );
}

export function changeRoll(slug: string, body: ChangeForm) {
  return answer(memberApi.POST('/api/estates/{slug}/roll/changes', { ...of(slug), body }));
}

/** In plain, and on record: the person sees who looked, and why. */
export async function disclose(slug: string, person: string, field: Field, reason: string): Promise<string> {
  const { value } = await answer(
    memberApi.POST('/api/estates/{slug}/persons/{person}/disclosures', {
      params: { path: { slug, person } },
      body: { field, reason },
    }),
  );
  return value;
}

export function exportRoll(slug: string, reason: string): Promise<Blob> {
  return fetchFile(`/api/estates/${encodeURIComponent(slug)}/roll/export`, { reason });
}

export function previewImport(
  slug: string,
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Preview> {
  return uploadFile(
    `/api/estates/${encodeURIComponent(slug)}/roll/import-previews`,
    file,
    onProgress,
    signal,
  );
}

export function applyImport(slug: string, preview: string, reason: string): Promise<Difference> {
  return answer(
    memberApi.POST('/api/estates/{slug}/roll/import-previews/{preview}/application', {
      params: { path: { slug, preview } },
      body: { reason },
    }),
  );
}
