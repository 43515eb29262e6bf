// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { claimsOf, namesOf, sourcesOf, wordingOf } from '../../components/popup/groups.ts';
import { answers } from '../../components/popup/Item.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import type { PopupPage, PopupProps } from '../../components/popup/popup-props.ts';
import { reasonText } from '../../components/popup/Verdict.tsx';
import * as sample from '../../components/stories/sample.ts';
import { Surface } from '../../components/Surface.tsx';
import type { AnnotationDocument, EntityNote, NoteKind } from '../../lib/model.ts';
import { germanTexts } from '../../lib/texts/table-texts.ts';

afterEach(cleanup);

const article: AnnotationDocument = {
  schema: 'randnotiz.annotations/1',
  id: 'sample',
  text: sample.text,
  page: { url: 'https://www.example.org/a', title: 'a', language: 'de', languageConfidence: 1, article: true, tech: true, techScore: 0.8, verdict: 'annotate', reasons: ['lang:de', 'terms:14'] },
  notes: sample.notes,
  summary: sample.summary,
};
const settings = { density: 'core', ephemeral: false } as const;
const annotated: PopupPage = { status: 'annotated', document: article, flags: [sample.placedFlag], settings };

function show(page: PopupPage | undefined, props: Partial<PopupProps> = {}) {
  const calls = {
    load: vi.fn(sample.load),
    loadAll: vi.fn<PopupProps['loadAll']>(async () => ({ ok: true, value: Object.values(sample.entityCards) })),
    onShow: vi.fn<PopupProps['onShow']>(),
    onFlag: vi.fn<PopupProps['onFlag']>(async () => ({ ok: true, value: null })),
    onAnnotate: vi.fn<PopupProps['onAnnotate']>(async () => ({ ok: true, value: null })),
    onDensity: vi.fn<PopupProps['onDensity']>(),
    onOff: vi.fn<(off: boolean) => void>(),
    onRetry: vi.fn<PopupProps['onRetry']>(),
    onExport: vi.fn<PopupProps['onExport']>(async () => ({ ok: true, value: null })),
    flagActions: { change: vi.fn<never>(), delete: vi.fn<never>(), restore: vi.fn<never>() },
  };
  render(<Surface texts={germanTexts}><Popup page={page} {...calls} {...props} /></Surface>);
  return calls;
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the verdict', () => {
  it('stands there at once, before anything is known', () => {
    show(undefined);
    expect(title()).toBe('Seite wird angesehen …');
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  });

  it('says what the page is, with reading time and sources, and why for those who ask', () => {
    show(annotated);
    expect(title()).toBe('Deutscher Tech-Artikel');
    expect(screen.getByText('1 Minute · 2 Quellen')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Warum?' }));
    expect(screen.getByText('Sprache: Deutsch')).toBeTruthy();
    expect(screen.getByText('Fachwörter: 14')).toBeTruthy();
  });

  it('names the genre as the page itself labels it', () => {
    show({ ...annotated, document: { ...article, page: { ...article.page, genre: { id: 'opinion', marker: 'Kommentar' } } } });
    expect(screen.getByText('Gekennzeichnet als „Kommentar“')).toBeTruthy();
  });

  it.each([
    [{ language: 'en' }, 'Nicht auf Deutsch', /auf Englisch/],
    [{ language: 'und' }, 'Sprache nicht erkannt', /zu wenig Text/],
    [{ article: false }, 'Kein Artikel', /Übersicht/],
    [{ tech: false }, 'Kein Tech-Thema', /Artikel über Technik/],
    [{}, 'Nicht annotiert', /von selbst liest/],
  ])('says of a skipped page what was missing: %j', (missing, expected, line) => {
    show({ status: 'skipped', document: { ...article, notes: [], page: { ...article.page, verdict: 'skip', ...missing } }, flags: [], settings });
    expect(title()).toBe(expected);
    expect(screen.getByText(line)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Trotzdem annotieren' })).toBeTruthy();
  });

  it('keeps a reason in its own words when it is an unknown one', () => {
    expect(reasonText('moon:full', germanTexts)).toBe('moon: full');
    expect(reasonText('odd', germanTexts)).toBe('odd');
  });
});

describe('a page that is not annotated', () => {
  it('is annotated by one button, which says what that means', async () => {
    const calls = show({ status: 'not-allowed', flags: [], settings });
    expect(screen.getByText(/Es wird nichts verschickt und nichts gespeichert/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Diese Seite jetzt annotieren' }));
    await waitFor(() => expect(calls.onAnnotate).toHaveBeenCalledOnce());
  });

  it('is let on for good by a second button, which says what that means', async () => {
    const onAllow = vi.fn<PopupProps['onAnnotate']>(async () => ({ ok: true, value: null }));
    show({ status: 'unread', document: { ...article, notes: [] }, flags: [], settings }, { allowSite: { name: 'example.org', onAllow } });
    expect(title()).toBe('Deutscher Tech-Artikel');
    expect(screen.getByText(/Der Browser fragt Sie um Erlaubnis/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Auf example.org immer annotieren' }));
    await waitFor(() => expect(onAllow).toHaveBeenCalledOnce());
  });

  it('says why that failed', async () => {
    show({ status: 'not-allowed', flags: [], settings }, { onAnnotate: async () => ({ ok: false, error: { code: 'page_not_read', detail: '' } }) });
    fireEvent.click(screen.getByRole('button', { name: 'Diese Seite jetzt annotieren' }));
    expect((await screen.findByRole('alert')).textContent).toContain('ließ sich nicht lesen');
  });

  it('offers nothing where browsers let nobody in', () => {
    show({ status: 'not-allowed', flags: [], settings, failure: { code: 'page_not_reachable', detail: '' } });
    expect(title()).toBe('Hier nicht möglich');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('can be switched on again', () => {
    const calls = show({ status: 'off', flags: [], settings });
    fireEvent.click(screen.getByRole('button', { name: 'Wieder einschalten' }));
    expect(calls.onOff).toHaveBeenCalledWith(false);
  });

  it('can be asked for again after a failure', () => {
    const calls = show({ status: 'failed', flags: [], settings, failure: { code: 'no_answer', detail: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Noch einmal versuchen' }));
    expect(calls.onRetry).toHaveBeenCalledOnce();
  });
});

describe('what was found', () => {
  it('rests on sources, as a bar with its legend in words and percent', () => {
    show(annotated);
    expect(screen.getAllByText(/%$/).map((item) => item.textContent)).toEqual(['benannt 22\u00A0%', 'Kollektiv 6\u00A0%', 'anonym 9\u00A0%', 'ohne Quelle 63\u00A0%']);
  });

  it('has five tabs with their counts, one tab stop, and arrow keys', () => {
    show(annotated);
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map((tab) => tab.textContent)).toEqual(['2 Namen', '2 Behauptungen', '2 Quellen', '4 Wortwahl', '1 Notizen']);
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([0, -1, -1, -1, -1]);
    fireEvent.keyDown(tabs[0]!, { key: 'ArrowLeft' });
    expect(document.activeElement?.textContent).toBe('1 Notizen');
    fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    expect(document.activeElement?.textContent).toBe('2 Namen');
    expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(document.activeElement?.id);
  });

  it('lists names, most frequent first, each with its one line, and leads to its card and back', async () => {
    const calls = show(annotated);
    await screen.findByText('Ingenieurin, gründete Nordlicht Robotik.');
    expect(calls.loadAll).toHaveBeenCalledExactlyOnceWith(['nordlicht', 'petersen']);
    fireEvent.click(screen.getByRole('button', { name: /^Nordlicht Robotik/ }));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Nordlicht Robotik');
    expect(await screen.findByText('Zum Start hat Nordlicht 40 Millionen Euro bekommen')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Namen' }));
    expect(screen.getByRole('tab', { name: '2 Namen' }).getAttribute('aria-selected')).toBe('true');
  });

  it('scrolls from a card to the words on the page', () => {
    const calls = show(annotated);
    fireEvent.click(screen.getByRole('tab', { name: '4 Wortwahl' }));
    fireEvent.click(screen.getByRole('button', { name: /Wunderkind/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Im Artikel zeigen' }));
    expect(calls.onShow).toHaveBeenCalledWith([sample.biasNote.begin, sample.biasNote.end]);
  });

  it('opens a source with several statements in place', () => {
    const second = { ...sample.insiderNote, id: 'second', begin: 1, end: 5 };
    show({ ...annotated, document: { ...article, notes: [sample.insiderNote, second] } });
    fireEvent.click(screen.getByRole('tab', { name: '1 Quellen' }));
    const row = screen.getByRole('button', { name: /^Mehrerer Insider/ });
    expect(row.textContent).toContain('2 Aussagen');
    expect(row.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(row);
    expect(screen.getAllByRole('button', { name: /^40 Millionen Euro eingesammelt/ })).toHaveLength(2);
  });

  it('searches within a long list', async () => {
    const crowd: EntityNote[] = Array.from({ length: 500 }, (_, index) => ({ ...sample.entityNote('Nordlicht', 3, `e${index}`, `Firma ${index}`), id: `e${index}` }));
    show({ ...annotated, document: { ...article, notes: crowd } });
    fireEvent.input(screen.getByRole('searchbox', { name: 'Suchen' }), { target: { value: 'FIRMA 499' } });
    await waitFor(() => expect(within(screen.getByRole('tabpanel')).getAllByRole('button')).toHaveLength(1));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nirgends' } });
    await screen.findByText('Nichts gefunden für „nirgends“.');
  });

  it('says what is empty and what to do', () => {
    show({ ...annotated, document: { ...article, notes: [] }, flags: [] });
    expect(screen.getByText('Keine bekannten Namen in diesem Artikel.')).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: '0 Notizen' }));
    expect(screen.getByText(/Text auswählen und „Behauptung merken“ drücken/)).toBeTruthy();
  });

  it('writes all notes into a file', async () => {
    const calls = show(annotated);
    fireEvent.click(screen.getByRole('tab', { name: '1 Notizen' }));
    fireEvent.click(screen.getByRole('button', { name: 'Alle Notizen exportieren' }));
    await screen.findByText('Als Datei gespeichert.');
    expect(calls.onExport).toHaveBeenCalledOnce();
  });
});

describe('the foot', () => {
  it('keeps the selected claim and says when there is nothing to keep', async () => {
    show(annotated, { onFlag: async () => ({ ok: false, error: { code: 'no_receiver', detail: '' } }) });
    fireEvent.click(screen.getByRole('button', { name: 'Behauptung merken' }));
    await screen.findByText(/gerade nicht tätig/);
  });

  it('sets how much is marked', () => {
    const calls = show(annotated);
    fireEvent.change(screen.getByRole('combobox', { name: 'Wie viel markiert wird' }), { target: { value: 'everything' } });
    expect(calls.onDensity).toHaveBeenCalledWith('everything');
  });

  it('sets which kinds are marked on this website', () => {
    const onHidden = vi.fn<(hidden: readonly NoteKind[]) => void>();
    show({ ...annotated, settings: { ...settings, hidden: ['language'] } }, { kindsOf: { site: 'example.org', onHidden } });
    const button = screen.getByRole('button', { name: 'Was auf example.org markiert wird' });
    expect(screen.queryByRole('group', { name: 'Was auf example.org markiert wird' })).toBeNull();
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const kinds = within(screen.getByRole('group', { name: 'Was auf example.org markiert wird' }));
    expect(kinds.getByRole<HTMLInputElement>('checkbox', { name: 'Sprache' }).checked).toBe(false);
    fireEvent.click(kinds.getByRole('checkbox', { name: 'Name' }));
    expect(onHidden).toHaveBeenLastCalledWith(['entity', 'language']);
    fireEvent.click(kinds.getByRole('checkbox', { name: 'Sprache' }));
    expect(onHidden).toHaveBeenLastCalledWith([]);
  });

  it('keeps nothing in a private window and says so', () => {
    show({ ...annotated, settings: { ...settings, ephemeral: true } });
    expect(screen.getByText('In einem privaten Fenster wird nichts gespeichert.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Behauptung merken' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('tab', { name: '1 Notizen' }));
    expect(screen.queryByRole('button', { name: 'Alle Notizen exportieren' })).toBeNull();
  });
});

describe('groups', () => {
  it('put differing claims first and leave out the reader’s own flags', () => {
    const own = { ...sample.claimNote, id: 'own', claim: 'flag-1' };
    expect(claimsOf([...sample.notes, own], new Set(['flag-1'])).map(({ relation, notes }) => [relation, notes.length])).toEqual([['contradicts', 1], ['supports', 1]]);
  });

  it('count names by entity', () => {
    expect(namesOf(sample.notes).map(({ entity, notes }) => [entity, notes.length])).toEqual([['nordlicht', 4], ['petersen', 2]]);
  });

  it('put what nobody is named for at the end, however much it is', () => {
    const none = (id: string) => ({ ...sample.insiderNote, id, source: 'none' as const, speaker: [], cue: [], content: [] });
    const groups = sourcesOf({ text: sample.text, notes: [none('a'), none('b'), none('c'), ...sample.notes] });
    expect(groups.map(({ name, source, notes }) => [name, source, notes.length])).toEqual([['Mehrerer Insider', 'anonymous', 1], ['Jana Petersen', 'named', 1], ['', 'none', 3]]);
  });

  it('put where the article disagrees with itself before how it judges, and language last', () => {
    expect(wordingOf(sample.notes).map(({ kind }) => kind)).toEqual(['consistency', 'bias', 'bias', 'language']);
  });

  it('are searched word by word in any case', () => {
    expect(answers('kiel NORD', 'Nordlicht', 'Sitz in Kiel')).toBe(true);
    expect(answers('berlin', 'Nordlicht', undefined)).toBe(false);
    expect(answers('', 'x')).toBe(true);
  });
});
