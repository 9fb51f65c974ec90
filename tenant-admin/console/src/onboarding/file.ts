import { fileSize } from '@/format';
import { m } from '@/messages';

/** What the platform takes at most. */
export const WORKBOOK_BYTES_AT_MOST = 20 * 1024 * 1024;

/** Why a file can't be a workbook, seen from outside; null when it may be one. */
export function refusalOf(file: Pick<File, 'name' | 'size'>): string | null {
  if (!/\.xlsx$/i.test(file.name)) return m.onboarding.workbook.notXlsx;
  if (file.size === 0) return m.onboarding.workbook.empty;
  if (file.size > WORKBOOK_BYTES_AT_MOST) return m.onboarding.workbook.tooLarge(fileSize(file.size));
  return null;
}
