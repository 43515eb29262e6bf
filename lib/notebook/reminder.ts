/** When the notebook quietly reminds its reader to save a file: the browser may lose what it keeps, and takes it along when the extension goes. */

/** Changes since the last saved file, and days since then, from which the reminder is shown. */
const enoughChanges = 20;
const enoughDays = 14;
const day = 86_400_000;

/** Takes when a file was last saved (or the first flag kept), how much has changed since, and the time; says whether to remind. */
export function isReminderDue(since: number, changes: number, now: number): boolean {
  return changes >= enoughChanges && now - since >= enoughDays * day;
}
