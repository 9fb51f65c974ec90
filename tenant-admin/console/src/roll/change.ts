import { m } from '@/messages';
import type { ChangeForm, ChangeKind, Holder, Unit } from './api';
import { becomesLine, becomesOf, type UnitDraft } from './becoming';
import { holderLine } from './columns';

type HolderForm = ChangeForm['holders'][number];
type PersonForm = HolderForm['newPerson'];

/** One holder as the form has it; `person` is empty for somebody the roll doesn't know. */
export interface HolderDraft {
  key: string;
  person: string;
  name: string;
  kind: PersonForm['kind'];
  phone: string;
  idType: PersonForm['idType'];
  idNumber: string;
  share: string;
  nominated: boolean;
  representative: string;
  /** Who that is on the roll, while the name is still theirs. */
  actsAlready: { person: string; name: string } | null;
  representativePhone: string;
}

export interface ChangeDraft {
  kind: ChangeKind;
  effectiveOn: string;
  reason: string;
  becomes: UnitDraft;
}

const blank: Omit<HolderDraft, 'key'> = {
  person: '',
  name: '',
  kind: 'PERSON',
  phone: '',
  idType: 'ID_CARD',
  idNumber: '',
  share: '1',
  nominated: false,
  representative: '',
  actsAlready: null,
  representativePhone: '',
};

let made = 0;

export const newHolder = (): HolderDraft => ({ ...blank, key: `new-${++made}` });

export const known = (holder: Holder): HolderDraft => ({
  ...blank,
  key: holder.person,
  person: holder.person,
  name: holder.name,
  kind: holder.kind,
  share: holder.share === '1/1' ? '1' : holder.share,
  nominated: holder.nominated,
  representative: holder.representative ?? '',
  actsAlready:
    holder.representative && holder.representativePerson
      ? { person: holder.representativePerson, name: holder.representative }
      : null,
});

const FINEST = 1_000_000;

/** Reads 1 or 1/3; null where it is no share. */
export function shareOf(text: string): [number, number] | null {
  const found = /^(\d{1,7})(?:\s*[/／]\s*(\d{1,7}))?$/.exec(text.trim());
  if (!found) return null;
  const [numerator, denominator] = [Number(found[1]), Number(found[2] ?? 1)];
  const isShare = numerator >= 1 && numerator <= denominator && denominator <= FINEST;
  return isShare ? [numerator, denominator] : null;
}

/** Whether these are one whole: exact, as no fraction of the computer's own would be. */
export function areWhole(shares: readonly (readonly [number, number])[]): boolean {
  const [sum, whole] = shares.reduce<[bigint, bigint]>(
    ([n, d], [numerator, denominator]) => [
      n * BigInt(denominator) + BigInt(numerator) * d,
      d * BigInt(denominator),
    ],
    [0n, 1n],
  );
  return sum === whole;
}

/** What is wrong with the holders together, '' when nothing is; each one's fields are looked at where they stand. */
export function faultOf(kind: ChangeKind, holders: readonly HolderDraft[]): string {
  if (holders.length === 0) return kind === 'DEATH' ? '' : m.rollChange.needsHolder;
  const shares = holders.map((holder) => shareOf(holder.share));
  if (!shares.every((share) => share !== null)) return m.rollChange.shareBad;
  if (!areWhole(shares)) return m.rollChange.sharesWrong;
  if (holders.filter((holder) => holder.nominated).length > 1) return m.rollChange.nominatedTwice;
  return holders.some((holder) => holder.representativePhone.trim() && !holder.representative.trim())
    ? m.rollChange.representativePhoneNeedsName
    : '';
}

/** The request; fields left empty are left out. */
export function formOf(
  unit: Unit,
  draft: ChangeDraft,
  holders: readonly HolderDraft[],
  evidence?: string,
): ChangeForm {
  const { kind, effectiveOn, reason } = draft;
  return {
    unit: unit.id,
    kind,
    effectiveOn,
    reason: reason.trim(),
    evidence,
    becomes: becomesOf(kind, unit, draft.becomes),
    holders: holders.map(holderForm),
  };
}

function holderForm(holder: HolderDraft): HolderForm {
  const [shareNumerator, shareDenominator] = shareOf(holder.share) ?? [1, 1];
  const form: Partial<HolderForm> = { shareNumerator, shareDenominator, nominated: holder.nominated };
  if (holder.person) form.person = holder.person;
  else form.newPerson = personForm(holder);
  const representative = representativeForm(holder);
  if (representative) form.representative = representative as HolderForm['representative'];
  return form as HolderForm;
}

function representativeForm(holder: HolderDraft): Partial<HolderForm['representative']> | null {
  const name = holder.representative.trim();
  const phone = holder.representativePhone.trim();
  if (!name) return null;
  if (keepsRepresentative(holder)) return { person: holder.actsAlready!.person };
  const newPerson: Partial<PersonForm> = { kind: 'PERSON', name };
  if (phone) newPerson.phone = phone;
  return { newPerson: newPerson as PersonForm };
}

/** Whether it is still the one the roll has: they are named by their row, and entered no second time. */
export function keepsRepresentative(holder: HolderDraft): boolean {
  return holder.actsAlready !== null && holder.actsAlready.name === holder.representative.trim();
}

function personForm(holder: HolderDraft): PersonForm {
  const person: Partial<PersonForm> = { kind: holder.kind, name: holder.name.trim() };
  if (holder.phone.trim()) person.phone = holder.phone.trim();
  if (holder.idNumber.trim()) {
    person.idType = holder.idType;
    person.idNumber = holder.idNumber.trim().toUpperCase();
  }
  return person as PersonForm;
}

/** What recording it would do, in words. */
export function effectsOf(
  before: readonly Holder[],
  after: readonly HolderDraft[],
  unit: Unit,
  draft: Pick<ChangeDraft, 'kind' | 'becomes'>,
): string[] {
  const turned = becomesLine(unit, becomesOf(draft.kind, unit, draft.becomes));
  const stay = new Set(after.map((holder) => holder.person));
  const gone = before.filter((holder) => !stay.has(holder.person)).map((holder) => holder.name);
  const names = after.map((holder) =>
    holderLine({
      name: holder.name.trim(),
      share: (shareOf(holder.share) ?? [1, 1]).join('/'),
      nominated: holder.nominated,
      representative: holder.representative.trim() || null,
    }),
  );
  return [
    gone.length ? m.rollChange.effects.ends(gone.join(m.list.and)) : '',
    names.length ? m.rollChange.effects.begins(names.join(m.list.semicolon)) : m.rollChange.effects.noOwner,
    turned ? m.rollChange.effects.becomes(turned) : '',
    m.rollChange.effects.kept,
  ].filter(Boolean);
}
