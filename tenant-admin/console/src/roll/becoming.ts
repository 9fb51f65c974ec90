import { area } from '@/format';
import { m } from '@/messages';
import type { ChangeForm, ChangeKind, Unit } from './api';

type Becomes = NonNullable<ChangeForm['becomes']>;

/** What the unit itself is from the change on, as the form has it; what is empty stays as it is. */
export interface UnitDraft {
  state: Unit['state'] | '';
  /** In m², as typed. */
  area: string;
  use: Unit['use'] | '';
  areaSource: Unit['areaSource'] | '';
}

export const sameUnit = (): UnitDraft => ({ state: '', area: '', use: '', areaSource: '' });

/** Once the developer hands a unit on, its voice is the buyer's: the roll has to say so in the same change. */
export function mustSayState(kind: ChangeKind, unit: Pick<Unit, 'state'>): boolean {
  return unit.state !== 'SOLD' && (kind === 'TRANSFER' || kind === 'COURT');
}

/** Reads 89.36 m² as whole dm² (0.01 m²), without floating point; null where it is no area. */
export function areaOf(text: string): number | null {
  const found = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!found) return null;
  const squareDecimetres = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return squareDecimetres > 0 ? squareDecimetres : null;
}

/** What the request says of the unit; undefined if nothing. */
export function becomesOf(kind: ChangeKind, unit: Unit, draft: UnitDraft): Becomes | undefined {
  const becomes: Partial<Becomes> = {};
  if (draft.state && (kind === 'CORRECTION' || mustSayState(kind, unit))) becomes.state = draft.state;
  if (kind === 'CORRECTION') {
    const areaDm2 = areaOf(draft.area);
    if (areaDm2 !== null) becomes.areaDm2 = areaDm2;
    if (draft.use) becomes.use = draft.use;
    if (draft.areaSource) becomes.areaSource = draft.areaSource;
  }
  return Object.keys(becomes).length ? (becomes as Becomes) : undefined;
}

/** That in words, '' if the unit stays what it is. */
export function becomesLine(unit: Unit, becomes: Partial<Becomes> | undefined): string {
  if (!becomes) return '';
  const changes = [
    [m.roll.state, m.unitState[unit.state], becomes.state && m.unitState[becomes.state]],
    [m.roll.use, m.unitUse[unit.use], becomes.use && m.unitUse[becomes.use]],
    [m.roll.area, area(unit.areaDm2), becomes.areaDm2 ? area(becomes.areaDm2) : undefined],
    [
      m.rollUnit.areaSource,
      m.areaSource[unit.areaSource],
      becomes.areaSource && m.areaSource[becomes.areaSource],
    ],
  ].filter(([, before, after]) => after && after !== before);
  return changes
    .map(([label, before, after]) => m.rollChange.effects.turns(label!, before!, after!))
    .join(m.list.semicolon);
}
