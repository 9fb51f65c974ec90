import type { Estate } from '@/api/types';
import { date } from '@/format';
import { m } from '@/messages';
import type { Column } from '@/ui/columns';

export const estateColumns: Column<Estate>[] = [
  { key: 'name', label: m.estates.name, text: (e) => e.name },
  { key: 'state', label: m.estates.state, text: (e) => m.estateState[e.state] ?? e.state },
  { key: 'health', label: m.estates.health, text: (e) => m.health[e.health] },
  { key: 'community', label: m.estates.community, text: (e) => e.community.name },
  { key: 'households', label: m.estates.households, text: (e) => e.households, align: 'number' },
  { key: 'cell', label: m.estates.cell, text: (e) => e.cell, fade: 'wide' },
  { key: 'version', label: m.estates.version, text: (e) => e.schemaVersion, fade: 'wide' },
];

/** The workbook says more than fits on the screen. */
export const exportColumns: Column<Estate>[] = [
  ...estateColumns.map((column) => ({ ...column })),
  { key: 'street', label: m.estates.street, text: (e) => e.street.name },
  { key: 'city', label: m.estates.city, text: (e) => m.city[e.city] },
  { key: 'address', label: m.estates.address, text: (e) => e.address },
  { key: 'slug', label: m.estates.slug, text: (e) => e.slug },
  { key: 'createdAt', label: m.estates.createdAt, text: (e) => date(e.createdAt) },
  {
    key: 'activatedAt',
    label: m.estates.activatedAt,
    text: (e) => (e.activatedAt ? date(e.activatedAt) : ''),
  },
];
