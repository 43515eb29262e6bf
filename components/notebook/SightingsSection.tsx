import { useEffect, useState } from 'preact/hooks';
import { useAct } from '../options/use-act.ts';
import { useTexts } from '../texts.tsx';
import type { NotebookActions, SightingLine } from './notebook-props.ts';

/** Whether articles that repeat a flag are remembered: a record of reading, and the switch says so. */
export function SightingsSection({ sightings, readonly }: Pick<NotebookActions, 'sightings'> & { readonly: boolean }) {
  const { t } = useTexts();
  const { said, run } = useAct();
  /** Unknown until it is read: what stands there then must not be turned round. */
  const [on, setOn] = useState<boolean>();
  useEffect(() => {
    const read = async (): Promise<void> => setOn(await sightings.on());
    void read();
  }, []);
  return (
    <section><h2>{t('notebook.sightings')}</h2>
      <p class="soft" id="sightings-line">{t('notebook.sightings_line')}</p>
      <label class="choice"><input type="checkbox" checked={on ?? false} disabled={readonly || on === undefined} aria-describedby="sightings-line" onChange={(event) => {
        const wanted = event.currentTarget.checked;
        run(async () => {
          const answer = await sightings.set(wanted);
          setOn(answer.ok ? wanted : !wanted);
          return answer;
        }, t(wanted ? 'notebook.sightings_on' : 'notebook.sightings_off'));
      }} /><span>{t('notebook.sightings_switch')}</span></label>
      <p role="status" class="said">{said}</p>
    </section>
  );
}

/** Where else a flag's claim was read, as far as that is remembered. */
export function SightingsOf({ id, sightings }: Pick<NotebookActions, 'sightings'> & { id: string }) {
  const { t, date } = useTexts();
  const [lines, setLines] = useState<readonly SightingLine[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const found = await sightings.of(id);
      if (!gone) setLines(found);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [id]);
  if (lines.length === 0) return null;
  return (
    <section><h3>{t('notebook.where_else')}</h3>
      <ul class="lines">{lines.map((one) => <li key={one.address}><span><a href={one.address} target="_blank" rel="noreferrer noopener">{one.title || one.address}</a> · {date(one.at)}: <q>{one.quote}</q></span></li>)}</ul>
    </section>
  );
}
