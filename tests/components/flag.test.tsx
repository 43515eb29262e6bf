// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../../components/Card.tsx';
import type { FlagActions } from '../../components/card-props.ts';
import { FlagForm, type FlagFormProps } from '../../components/FlagForm.tsx';
import * as sample from '../../components/stories/sample.ts';
import { Surface } from '../../components/Surface.tsx';
import type { PlacedFlag } from '../../lib/model.ts';
import { germanTexts } from '../../lib/texts/table-texts.ts';

afterEach(cleanup);

function form(props: Partial<FlagFormProps> = {}) {
  const calls = { onKeep: vi.fn<FlagFormProps['onKeep']>(async () => ({ ok: true, value: null })), onCancel: vi.fn() };
  render(<Surface texts={germanTexts}><FlagForm quote="weit mehr als alle" {...calls} {...props} /></Surface>);
  return calls;
}

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('the form', () => {
  it('keeps the stance and the trimmed note; who confirms it is asked only of what is confirmed', async () => {
    const calls = form();
    expect(screen.getByText('weit mehr als alle')).toBeTruthy();
    expect(screen.queryByLabelText('Bestätigt durch')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'bestätigt' }));
    type('Bestätigt durch', ' Handelsregister ');
    type('Notiz (freiwillig)', ' nachgesehen ');
    fireEvent.click(screen.getByRole('button', { name: 'Merken' }));
    await waitFor(() => expect(calls.onKeep).toHaveBeenCalledWith({ stance: 'confirmed', note: 'nachgesehen', confirmedBy: 'Handelsregister' }));
  });

  it('does not hand on a confirmation of what is not confirmed', async () => {
    const calls = form({ flag: { ...sample.flag, stance: 'confirmed', confirmedBy: 'Handelsregister' } });
    fireEvent.click(screen.getByRole('radio', { name: 'zweifelhaft' }));
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }));
    await waitFor(() => expect(calls.onKeep).toHaveBeenCalledWith({ stance: 'doubtful' }));
  });

  it('says what went wrong and loses nothing that was typed', async () => {
    form({ onKeep: async () => ({ ok: false, error: { code: 'store_full', detail: 'QuotaExceededError' } }) });
    type('Notiz (freiwillig)', 'bleibt');
    fireEvent.click(screen.getByRole('button', { name: 'Merken' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Der Speicher ist voll');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Notiz (freiwillig)').value).toBe('bleibt');
    expect(screen.getByRole('button', { name: 'Merken' })).toHaveProperty('disabled', false);
  });

  it('is kept once, however often it is sent', async () => {
    const onKeep = vi.fn<FlagFormProps['onKeep']>(() => new Promise(() => {}));
    form({ onKeep });
    const button = screen.getByRole('button', { name: 'Merken' });
    fireEvent.submit(button.closest('form')!);
    await screen.findByRole('button', { name: 'Wird gemerkt …' });
    fireEvent.submit(button.closest('form')!);
    expect(onKeep).toHaveBeenCalledOnce();
  });

  it('says in a private window that nothing can be kept', () => {
    form({ ephemeral: true });
    expect(screen.getByText('In einem privaten Fenster wird nichts gespeichert.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Merken' })).toHaveProperty('disabled', true);
  });

  it('is prefilled with what is recognised, and sends what the reader corrected', async () => {
    const calls = form({ hints: async () => ({ ok: true, value: sample.hints }) });
    await screen.findByText(/Nordlicht Robotik · 40 Millionen Euro · Oktober 2026 · Gründerin Jana Petersen/);
    type('Wann', 'November 2026');
    type('Wer es sagt', '');
    type('Schlagwörter', 'prüfen, #geld , prüfen');
    type('Beleg (Adresse)', 'example.org/beleg');
    fireEvent.submit(screen.getByRole('button', { name: 'Merken' }).closest('form')!);
    await waitFor(() => expect(calls.onKeep).toHaveBeenCalledWith({
      stance: 'unsure', note: '', tags: ['geld', 'prüfen'], link: 'https://example.org/beleg', says: { subject: 'Nordlicht Robotik', quantity: '40 Millionen Euro', time: 'November 2026' },
    }));
  });

  it('says where the same was flagged before', async () => {
    form({ hints: async () => ({ ok: true, value: sample.hints }) });
    expect((await screen.findByRole('link', { name: 'Roboter aus Kiel finden Geldgeber' })).closest('li')!.textContent).toContain('3.10.2026');
    expect(screen.getByText(/04?\.10\.2026 auf dieser Seite/)).toBeTruthy();
  });

  it('refuses a link that is no address, and keeps what was typed', async () => {
    const calls = form();
    type('Beleg (Adresse)', 'javascript:alert(1)');
    fireEvent.submit(screen.getByRole('button', { name: 'Merken' }).closest('form')!);
    expect((await screen.findByRole('alert')).textContent).toContain('https://example.org');
    expect(calls.onKeep).not.toHaveBeenCalled();
  });

  it('is sent by Ctrl+Enter from the note', async () => {
    const calls = form();
    fireEvent.keyDown(screen.getByLabelText('Notiz (freiwillig)'), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(calls.onKeep).toHaveBeenCalledOnce());
  });

  it('writes a draft within half a second of the first keystroke, once, and none after it was sent', async () => {
    vi.useFakeTimers();
    try {
      const onDraft = vi.fn<NonNullable<FlagFormProps['onDraft']>>();
      form({ onDraft });
      type('Notiz (freiwillig)', 'h');
      vi.advanceTimersByTime(200);
      type('Notiz (freiwillig)', 'ha');
      vi.advanceTimersByTime(299);
      expect(onDraft.mock.calls).toEqual([[{ note: 'ha' }]]);
      type('Notiz (freiwillig)', 'halb');
      fireEvent.submit(screen.getByRole('button', { name: 'Merken' }).closest('form')!);
      vi.advanceTimersByTime(1000);
      expect(onDraft).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes on with what was typed before', () => {
    form({ draft: { note: 'halb', stance: 'doubtful', tags: ['geld'] } });
    expect(screen.getByLabelText<HTMLTextAreaElement>('Notiz (freiwillig)').value).toBe('halb');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'zweifelhaft' }).checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Schlagwörter').value).toBe('geld');
  });

  it('says what another window changed meanwhile, and sends only what was touched here', async () => {
    const onKeep = vi.fn<FlagFormProps['onKeep']>(async () => ({ ok: true, value: null }));
    const show = (flag = sample.flag) => <Surface texts={germanTexts}><FlagForm quote="weit" flag={flag} onKeep={onKeep} onCancel={() => {}} /></Surface>;
    const { rerender } = render(show());
    type('Notiz (freiwillig)', 'von hier');
    rerender(show({ ...sample.flag, note: 'von dort', stance: 'confirmed', changed: sample.flag.changed + 1 }));
    expect((await screen.findByRole('alert')).textContent).toContain('von dort');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'bestätigt' }).checked).toBe(true);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Notiz (freiwillig)').value).toBe('von hier');
    fireEvent.submit(screen.getByRole('button', { name: 'Speichern' }).closest('form')!);
    await waitFor(() => expect(onKeep).toHaveBeenCalledWith({ note: 'von hier' }));
  });

  it('takes what the other window wrote, if asked', async () => {
    const show = (flag = sample.flag) => <Surface texts={germanTexts}><FlagForm quote="weit" flag={flag} onKeep={async () => ({ ok: true, value: null })} onCancel={() => {}} /></Surface>;
    const { rerender } = render(show());
    type('Notiz (freiwillig)', 'von hier');
    rerender(show({ ...sample.flag, note: 'von dort' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Das andere nehmen' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Notiz (freiwillig)').value).toBe('von dort');
  });

  it('takes its own saving for no change of another window', async () => {
    const show = (flag = sample.flag) => <Surface texts={germanTexts}><FlagForm quote="weit" flag={flag} bare onKeep={async () => ({ ok: true, value: null })} /></Surface>;
    const { rerender } = render(show());
    type('Notiz (freiwillig)', 'erst');
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Speichern' })).toHaveProperty('disabled', true));
    rerender(show({ ...sample.flag, note: 'erst', changed: sample.flag.changed + 1 }));
    type('Notiz (freiwillig)', 'erst, dann mehr');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be left', () => {
    const calls = form();
    fireEvent.click(screen.getByRole('button', { name: 'Abbrechen' }));
    expect(calls.onCancel).toHaveBeenCalledOnce();
  });
});

describe('the card of a flag', () => {
  const actions = (): FlagActions => ({
    change: vi.fn<FlagActions['change']>(async (_, draft) => ({ ok: true, value: { ...sample.flag, ...draft } })),
    delete: vi.fn<FlagActions['delete']>(async () => ({ ok: true, value: { ...sample.flag, deleted: 1 } })),
    restore: vi.fn<FlagActions['restore']>(async () => ({ ok: true, value: sample.flag })),
  });

  const cardOf = (placed: Partial<PlacedFlag>, flagActions: FlagActions = actions()) => (
    <Surface texts={germanTexts}>
      <Card notes={[]} flags={[{ ...sample.placedFlag, ...placed }]} article={{ text: sample.text, notes: [] }} load={sample.load} onShow={() => {}} flagActions={flagActions} />
    </Surface>
  );

  function card(flagActions: FlagActions = actions(), state = sample.placedFlag.state) {
    render(cardOf({ state }, flagActions));
    return flagActions;
  }

  it('shows the words, the stance, the note and when it was made', () => {
    card();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('weit mehr als alle Mitbewerber');
    for (const words of ['zweifelhaft', sample.flag.note, /^Gemerkt am 24\.11\.2026/]) expect(screen.getByText(words)).toBeTruthy();
  });

  it('says where a flag comes from that stands in another article', () => {
    card(undefined, 'elsewhere');
    expect(screen.getByText('Aus einem anderen Artikel')).toBeTruthy();
    expect(screen.getByText(/Nordlicht Robotik holt 40 Millionen Euro/)).toBeTruthy();
  });

  it('shows its old words and what changed on a page that has changed', () => {
    render(cardOf({ state: 'changed', flag: { ...sample.flag, quote: { ...sample.flag.quote, exact: 'viel mehr als alle Mitbewerber' } } }));
    expect(document.querySelector('del')!.textContent).toContain('viel');
    expect(document.querySelector('ins')!.textContent).toContain('weit');
    expect(screen.getAllByText('viel mehr als alle Mitbewerber').length).toBe(2);
  });

  it('shows a link that a file brought, though it is no address', () => {
    render(cardOf({ flag: { ...sample.flag, link: 'https://[' } }));
    expect(screen.getByRole('link', { name: /https:\/\/\[/ })).toBeTruthy();
  });

  it('shows what another window made of it while it is open', async () => {
    const { rerender } = render(cardOf({}));
    rerender(cardOf({ flag: { ...sample.flag, note: 'aus dem Notizbuch', changed: sample.flag.changed + 1 } }));
    expect(await screen.findByText('aus dem Notizbuch')).toBeTruthy();
    rerender(cardOf({ flag: { ...sample.flag, note: 'von einem Gerät, dessen Uhr nachgeht', changed: sample.flag.changed - 1 } }));
    expect(await screen.findByText('von einem Gerät, dessen Uhr nachgeht')).toBeTruthy();
  });

  it('is changed in place', async () => {
    const flagActions = card();
    fireEvent.click(screen.getByRole('button', { name: 'Ändern' }));
    type('Notiz (freiwillig)', 'neu');
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }));
    await screen.findByText('neu');
    expect(flagActions.change).toHaveBeenCalledWith(sample.flag.id, { note: 'neu' });
  });

  it('is thrown away and comes back', async () => {
    card();
    fireEvent.click(screen.getByRole('button', { name: 'Löschen' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Rückgängig' }));
    await screen.findByText(sample.flag.note);
  });

  it('stays as it was when the store refuses', async () => {
    card({ ...actions(), delete: async () => ({ ok: false, error: { code: 'store_newer', detail: '' } }) });
    fireEvent.click(screen.getByRole('button', { name: 'Löschen' }));
    await screen.findByText(/neueren Version/);
    expect(screen.getByText(sample.flag.note)).toBeTruthy();
  });
});
