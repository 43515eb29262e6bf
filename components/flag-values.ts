/** What a flag's form shows, and what it sends: the flag as it stands, what is recognised, and over both what was typed. */
import type { Flag, FlagChange, FlagSays } from '../lib/model.ts';
import { filledSays } from './SaysFields.tsx';

/** Takes what was typed, the flag (absent for a new one) and what is recognised; gives what the fields show. */
export function shownValues(edits: FlagChange, flag: Flag | undefined, recognised: FlagSays = {}): Required<FlagChange> {
  return {
    stance: edits.stance ?? flag?.stance ?? 'unsure',
    note: edits.note ?? flag?.note ?? '',
    confirmedBy: edits.confirmedBy ?? flag?.confirmedBy ?? '',
    tags: edits.tags ?? flag?.tags ?? [],
    link: edits.link ?? flag?.link ?? '',
    says: edits.says ?? flag?.says ?? recognised,
  };
}

/** What is sent: of a new flag all that is filled in, of one that is changed what was touched. */
export function sentDraft(edits: FlagChange, flag: Flag | undefined, recognised: FlagSays = {}): FlagChange {
  const { stance, note, confirmedBy, says } = edits;
  const trimmed: FlagChange = { ...edits, ...(note === undefined ? {} : { note: note.trim() }), ...(confirmedBy === undefined ? {} : { confirmedBy: confirmedBy.trim() }) };
  if ((stance ?? flag?.stance) !== 'confirmed') delete trimmed.confirmedBy;
  if (flag) return trimmed;
  const filled = filledSays(says ?? recognised);
  const { says: _says, confirmedBy: by, link, ...rest } = trimmed;
  return { ...rest, stance: stance ?? 'unsure', note: trimmed.note ?? '', ...(by ? { confirmedBy: by } : {}), ...(link ? { link } : {}), ...(filled ? { says: filled } : {}) };
}

/** Whether anything was touched. */
export function isEdited(edits: FlagChange): boolean {
  return Object.values(edits).some((value) => value !== undefined);
}

/** Longest tag (UTF-16 code units); what is longer is cut. */
const longestTag = 100;

/** Tags as typed, with commas between them; a leading `#` goes, each stands once. */
export function tagsIn(typed: string): string[] {
  const tags = typed.split(',').map((tag) => tag.trim().replace(/^#/, '').trim().slice(0, longestTag));
  return [...new Set(tags.filter(Boolean))].sort();
}

/** An address as typed; gives a whole one of the web, `https://` put in front where none was typed. Empty stays empty; undefined for what is no address. */
export function webAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return '';
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[^\s/]+\.[^\s/]/i.test(whole) && URL.canParse(whole) ? whole : undefined;
}
