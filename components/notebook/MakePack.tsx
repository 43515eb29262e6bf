import { useState } from 'preact/hooks';
import { failureText } from '../failure-text.ts';
import { useTexts } from '../texts.tsx';
import type { NotebookActions } from './notebook-props.ts';

/** A dataset from the flags: what it is to be called, whose it is, under what terms; then it is saved as a file. */
export function MakePack({ makePack, ids }: Pick<NotebookActions, 'makePack'> & { ids?: readonly string[] }) {
  const { t, number } = useTexts();
  const [title, setTitle] = useState('');
  const [author, setAuthor] = useState('');
  const [licence, setLicence] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const isReady = title.trim() !== '' && licence.trim() !== '';

  async function make(): Promise<void> {
    setBusy(true);
    const answer = await makePack({ title, licence, authors: author.trim() === '' ? [] : [author] }, ids);
    setBusy(false);
    setSaid(answer.ok ? t('notebook.pack_made', [number(answer.value.claims), number(answer.value.entities), number(answer.value.left)]) : failureText(t, answer.error));
  }

  return (
    <section>
      <h2>{ids ? t('notebook.pack_selected', undefined, ids.length) : t('notebook.pack')}</h2>
      <p class="soft">{t('notebook.pack_line')}</p>
      <form class="line-form" onSubmit={(event) => { event.preventDefault(); void make(); }}>
        <label class="field"><span>{t('notebook.pack_title')}</span><input type="text" required maxLength={200} value={title} onInput={(event) => setTitle(event.currentTarget.value)} /></label>
        <label class="field"><span>{t('notebook.pack_author')}</span><input type="text" maxLength={120} value={author} onInput={(event) => setAuthor(event.currentTarget.value)} /></label>
        <label class="field"><span>{t('notebook.pack_licence')}</span><input type="text" required maxLength={400} value={licence} onInput={(event) => setLicence(event.currentTarget.value)} /></label>
        <button type="submit" disabled={busy || !isReady}>{t('notebook.pack_save')}</button>
      </form>
      <p role="status" class="said">{said}</p>
    </section>
  );
}
