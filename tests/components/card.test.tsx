// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../../components/Card.tsx';
import type { CardProps, DismissActions } from '../../components/card-props.ts';
import * as sample from '../../components/stories/sample.ts';
import { Surface } from '../../components/Surface.tsx';
import { englishTexts, germanTexts } from '../../lib/texts/table-texts.ts';

afterEach(cleanup);

const dismissActions = {
  dismiss: vi.fn<DismissActions['dismiss']>(async () => ({ ok: true, value: 'd1' })),
  undo: vi.fn<DismissActions['undo']>(async () => ({ ok: true, value: null })),
};

function show(props: Partial<CardProps>, texts = germanTexts) {
  const calls = { onShow: vi.fn(), onFlag: vi.fn(), onClose: vi.fn(), dismissActions, load: vi.fn(sample.load) };
  render(
    <Surface texts={texts}>
      <Card notes={[]} article={{ text: sample.text, notes: sample.notes }} {...calls} {...props} />
    </Surface>,
  );
  return calls;
}

const heading = () => screen.getByRole('heading', { level: 2 });

describe('the card of a name', () => {
  const note = sample.entityNote('Nordlicht', 3);

  it('says at once whose card it is, then who, what the sources say with their words, and how they are attributed', async () => {
    show({ notes: [note] });
    expect(heading().textContent).toBe('Nordlicht Robotik');
    expect(screen.getByText('Wird nachgeschlagen …')).toBeTruthy();
    await screen.findByText('Kieler Start-up für lernende Maschinen, geführt von Jana Petersen.');
    expect(screen.getByText('Unternehmen')).toBeTruthy();
    expect(screen.getByText('Zum Start hat Nordlicht 40 Millionen Euro bekommen').tagName).toBe('BLOCKQUOTE');
    expect(screen.getByText('anonyme Quelle')).toBeTruthy();
    expect(screen.getByText('laut „Roboter aus dem Norden“, 3. Oktober 2025')).toBeTruthy();
  });

  it('keeps long lists one gesture away', async () => {
    show({ notes: [note] });
    fireEvent.click(await screen.findByRole('button', { name: '2 weitere Angaben' }));
    expect(screen.getByText('Gegründet 2023')).toBeTruthy();
  });

  it('shows the words behind its relations on demand', async () => {
    show({ notes: [note] });
    const button = await screen.findByRole('button', { name: 'Belege (3)' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Jana Petersen gründete Nordlicht 2023')).toBeTruthy();
  });

  it('leads along relations to other cards and back, with the focus on the new name', async () => {
    show({ notes: [note] });
    fireEvent.click(await screen.findByRole('button', { name: /^Jana Petersen · gegründet von/ }));
    expect(heading().textContent).toBe('Jana Petersen');
    await waitFor(() => expect(document.activeElement).toBe(heading()));
    fireEvent.click(screen.getByRole('button', { name: 'Zurück zu „Nordlicht Robotik“' }));
    expect(heading().textContent).toBe('Nordlicht Robotik');
  });

  it('scrolls to where the name stands, one place after the other', async () => {
    const calls = show({ notes: [note] });
    expect(screen.getByText('In diesem Artikel 4-mal')).toBeTruthy();
    const ticks = screen.getAllByRole('button', { name: /^Stellen? \d/ });
    for (const tick of ticks) fireEvent.click(tick);
    expect(calls.onShow).toHaveBeenCalledWith([note.begin, note.end]);
  });

  it('flags the sentence in which it stands', () => {
    const calls = show({ notes: [sample.entityNote('Nordlicht Robotik', 2)] });
    fireEvent.click(screen.getByRole('button', { name: 'Behauptung merken' }));
    const [begin, end] = calls.onFlag.mock.calls[0]![0] as [number, number];
    expect(sample.text.slice(begin, end)).toBe('Nordlicht Robotik holt 40 Millionen Euro');
  });

  it('says what is missing, without a useless button', async () => {
    show({ notes: [sample.entityNote('Nordlicht', 3, 'unknown')] });
    await screen.findByText('Dazu steht nichts im Datenbestand.');
    expect(screen.queryByRole('button', { name: 'Noch einmal versuchen' })).toBeNull();
  });

  it('offers to try again what may work the next time, and never shows a technical detail', async () => {
    const load = vi.fn(sample.load).mockResolvedValueOnce({ ok: false, error: { code: 'no_answer', detail: 'port closed' } });
    show({ notes: [note], load });
    fireEvent.click(await screen.findByRole('button', { name: 'Noch einmal versuchen' }));
    await screen.findByText('Kieler Start-up für lernende Maschinen, geführt von Jana Petersen.');
    expect(document.body.textContent).not.toContain('port closed');
  });

  it('takes a rejected look-up for a failure like any other', async () => {
    show({ notes: [note], load: () => Promise.reject(new Error('gone')) });
    await screen.findByText('Das hat nicht geklappt. Versuchen Sie es noch einmal.');
  });

  it('does not take the focus when it opens on a hover, and takes it on a click', async () => {
    show({ notes: [note] });
    expect(document.activeElement).toBe(document.body);
    cleanup();
    show({ notes: [note], focus: true });
    await waitFor(() => expect(document.activeElement).toBe(heading()));
  });

  it('shows names as text, whatever is in them', async () => {
    const name = '<img src=x onerror=alert(1)>';
    show({ notes: [note], load: async () => ({ ok: true, value: { ...sample.entityCards['nordlicht']!, name, description: '<b>fett</b>' } }) });
    await screen.findByText(name);
    expect(document.querySelector('img, b')).toBeNull();
  });
});

describe('the card of a claim', () => {
  it('sets both versions side by side with their dates, and calls neither wrong', async () => {
    show({ notes: [sample.differingNote], article: { text: sample.text, notes: sample.notes, published: '2026-11-20' } });
    const lists = within((await screen.findByText('In diesem Artikel')).closest('dl')!);
    expect(lists.getByText('fast hundert Menschen')).toBeTruthy();
    expect(lists.getByText('60 Beschäftigte')).toBeTruthy();
    expect(lists.getByText('20. November 2026')).toBeTruthy();
    await waitFor(() => expect(lists.getByText('3. Oktober 2025')).toBeTruthy());
    expect(screen.getByText('Der Wert kann sich seither geändert haben.')).toBeTruthy();
    expect(screen.getByText('Andere Angabe')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/falsch/i);
  });

  it('keeps further places of the same statement one gesture away', async () => {
    show({ notes: [sample.claimNote] });
    const button = await screen.findByRole('button', { name: 'Ein weiterer Beleg' });
    expect(screen.queryByText('die 40-Millionen-Runde')).toBeNull();
    fireEvent.click(button);
    expect(screen.getByText('die 40-Millionen-Runde')).toBeTruthy();
  });

  it('joins claims that agree at one place in one card, and looks each of them up', async () => {
    const calls = show({ notes: [sample.claimNote, { ...sample.claimNote, id: 'second', claim: 'staff', begin: sample.claimNote.begin - 5, relation: 'mentions' }] });
    await screen.findByText('Nordlicht Robotik erhielt 40 Millionen Euro Startkapital.');
    expect(screen.getByText('Nordlicht Robotik hat 60 Beschäftigte.')).toBeTruthy();
    expect(calls.load).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('leads to those it is about', async () => {
    show({ notes: [sample.claimNote] });
    fireEvent.click(await screen.findByRole('button', { name: 'Nordlicht Robotik' }));
    expect(heading().textContent).toBe('Nordlicht Robotik');
  });
});

describe('the cards of other notes', () => {
  it('say who says it, how, by which words, and what that rests on', () => {
    show({ notes: [sample.speechNote] });
    expect(heading().textContent).toBe('Jana Petersen');
    for (const words of ['benannte Quelle', 'wörtlich', 'Gründerin Jana Petersen', 'sagte', 'Stützt sich auf']) expect(screen.getByText(words)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'mehrerer Insider' }));
    expect(heading().textContent).toBe('Mehrerer Insider');
  });

  it('say so when nobody is named', () => {
    show({ notes: [{ ...sample.insiderNote, source: 'none', speaker: [], cue: [], content: [] }] });
    expect(heading().textContent).toBe('Niemand wird genannt');
    expect(screen.getByText('ohne Quelle')).toBeTruthy();
  });

  it('name the category, the words, a plainer way and what the term means', () => {
    show({ notes: [sample.biasNote] });
    expect(heading().textContent).toBe('Distanzierende Anführung');
    for (const words of ['„Wunderkind“', 'junges Unternehmen', 'Anführungszeichen, die kein Zitat anzeigen, sondern Abstand oder Zweifel.']) expect(screen.getByText(words)).toBeTruthy();
  });

  it('show both places that disagree, each one step away', () => {
    const calls = show({ notes: [sample.consistencyNote] });
    const [, second] = screen.getAllByRole('button', { name: 'Im Artikel zeigen' });
    fireEvent.click(second!);
    expect(calls.onShow).toHaveBeenCalledWith(sample.consistencyNote.spans[1]);
  });

  it('speak English where the reader does', () => {
    show({ notes: [sample.biasNote] }, englishTexts);
    expect(heading().textContent).toBe('Scare quotes');
    expect(document.querySelector('.rn')?.getAttribute('lang')).toBe('en');
  });

  it('quote in the reader’s own manner, and say that the words are German', async () => {
    show({ notes: [sample.entityNote('Nordlicht Robotik', 2), sample.differingNote] }, englishTexts);
    fireEvent.click(within(screen.getByRole('navigation')).getByRole('button'));
    const [place] = screen.getAllByRole('button', { name: /^Places? \d/ });
    expect(place!.title).toMatch(/: “[^„]*Nordlicht[^„]*”$/);
    cleanup();
    show({ notes: [sample.differingNote] }, englishTexts);
    expect(heading().lang).toBe('de');
    expect((await screen.findByText('Die Firma zählt derzeit 60 Beschäftigte')).lang).toBe('de');
  });
});

describe('several notes at one place', () => {
  it('show the gravest in full and list all others', () => {
    show({ notes: [sample.languageNote, sample.entityNote('Nordlicht', 3), sample.consistencyNote, sample.differingNote] });
    expect(heading().textContent).toBe(sample.differingNote.quote);
    const others = within(screen.getByRole('navigation', { name: 'An dieser Stelle auch' })).getAllByRole('button');
    expect(others.map((row) => row.querySelector('.row-kind')?.textContent)).toEqual(['Im Artikel uneinheitlich', 'Name', 'Sprache']);
    fireEvent.click(others[1]!);
    expect(heading().textContent).toBe('Nordlicht Robotik');
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('put the reader’s own flag first and do not repeat it as a claim', () => {
    show({ notes: [{ ...sample.claimNote, claim: sample.flag.id }, sample.biasNote], flags: [sample.placedFlag] });
    expect(heading().textContent).toBe('weit mehr als alle Mitbewerber');
    expect(within(screen.getByRole('navigation')).getAllByRole('button')).toHaveLength(1);
  });
});

describe('actions', () => {
  it('are at most three in the footer, and only those that the surface offers', async () => {
    show({ notes: [sample.entityNote('Nordlicht', 3)] });
    await screen.findByRole('button', { name: 'Belege (3)' });
    expect(document.querySelector('.foot')!.children.length).toBeLessThanOrEqual(3);
    cleanup();
    show({ notes: [sample.biasNote], onFlag: undefined, dismissActions: undefined, onClose: undefined });
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Im Artikel zeigen']);
  });

  it('say "not right" for this note, this site or everywhere, and take it back', async () => {
    show({ notes: [sample.biasNote] });
    fireEvent.click(screen.getByRole('button', { name: 'Stimmt nicht' }));
    const group = screen.getByRole('group', { name: 'Stimmt nicht' });
    expect(group.contains(document.activeElement)).toBe(true);
    expect([...group.querySelectorAll('button')].length).toBe(4);
    fireEvent.click(screen.getByRole('button', { name: germanTexts.t('dismiss.site.rule') }));
    fireEvent.click(await screen.findByRole('button', { name: germanTexts.t('dismiss.undo') }));
    expect(dismissActions.dismiss).toHaveBeenCalledWith(sample.biasNote, 'site');
    await screen.findByRole('button', { name: 'Stimmt nicht' });
    expect(dismissActions.undo).toHaveBeenCalledWith('d1');
  });

  it('say why a "not right" could not be kept', async () => {
    dismissActions.dismiss.mockResolvedValueOnce({ ok: false, error: { code: 'store_full', detail: '' } });
    show({ notes: [sample.biasNote] });
    fireEvent.click(screen.getByRole('button', { name: 'Stimmt nicht' }));
    fireEvent.click(screen.getByRole('button', { name: germanTexts.t('dismiss.note') }));
    expect((await screen.findByRole('alert')).textContent).toBe(germanTexts.t('error.store_full'));
  });

  it('close the card', () => {
    const calls = show({ notes: [sample.biasNote] });
    fireEvent.click(screen.getByRole('button', { name: 'Schließen' }));
    expect(calls.onClose).toHaveBeenCalledOnce();
  });
});
