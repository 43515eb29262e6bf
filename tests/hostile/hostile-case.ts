/** A hostile page, text, file or message: what it tries, and what shows that it did not get in. */
export interface HostileCase {
  /** Unique; a defect that was found keeps its case under a name of its own. */
  id: string;
  /** One line: what it tries. */
  tries: string;
  /** Gives one sentence for each thing that got in: none when it survived. What it throws counts as thrown. */
  run(): Promise<readonly string[]> | readonly string[];
}

/** A row of the table. */
export interface HostileRow {
  kind: string;
  id: string;
  tries: string;
  letIn: readonly string[];
  thrown?: string;
  /** How long it took, in milliseconds. */
  took: number;
}

/** What every attack would leave behind if it could run or poison something; sentences, none when all is as it was. */
export function traces(): string[] {
  const found: string[] = [];
  if ('polluted' in {}) found.push('Object.prototype was written to');
  if ('polluted' in []) found.push('Array.prototype was written to');
  if ('letIn' in globalThis) found.push('a script of the input ran');
  for (const name of ['polluted', 'letIn']) {
    Reflect.deleteProperty(Object.prototype, name);
    Reflect.deleteProperty(globalThis, name);
  }
  return found;
}
