import { area } from '@/format';
import { m } from '@/messages';
import type { Column } from '@/ui/columns';
import type { Holder, PersonCorrection, RollUnit } from './api';

const WHOLE = '1/1';

/** A holder in one line: name, share where it is not all, who acts for them. */
export function holderLine(holder: Pick<Holder, 'name' | 'share' | 'nominated' | 'representative'>): string {
  const notes = [
    holder.share === WHOLE ? '' : holder.share,
    holder.nominated ? m.roll.nominated : '',
    holder.representative ? m.roll.actedFor(holder.representative) : '',
  ].filter(Boolean);
  return notes.length ? m.roll.withNotes(holder.name, notes.join(m.list.and)) : holder.name;
}

/** What a correction changed of a person's name and phone; numbers come masked. */
export function correctionLine({ nameBefore, name, phoneBefore, phone }: PersonCorrection): string {
  const changes = [
    nameBefore === name ? '' : m.rollUnit.renamed(nameBefore, name),
    phoneBefore === phone
      ? ''
      : m.rollUnit.phoned(name, phoneBefore ?? m.rollUnit.noPhone, phone ?? m.rollUnit.noPhone),
  ].filter(Boolean);
  // Two numbers may look the same with their middles hidden.
  return changes.join(m.list.semicolon) || m.rollUnit.phoneCorrected(name);
}

export const rollColumns: Column<RollUnit>[] = [
  { key: 'number', label: m.roll.number, text: (r) => r.unit.number },
  { key: 'holders', label: m.roll.holders, text: (r) => r.holders.map(holderLine).join(m.list.semicolon) },
  { key: 'area', label: m.roll.area, text: (r) => area(r.unit.areaDm2), align: 'number' },
  { key: 'use', label: m.roll.use, text: (r) => m.unitUse[r.unit.use] ?? r.unit.use, fade: 'wide' },
  { key: 'state', label: m.roll.state, text: (r) => m.unitState[r.unit.state] ?? r.unit.state },
];
