// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Packs } from '../../components/packs/Packs.tsx';
import type { PacksProps } from '../../components/packs/packs-props.ts';
import { packActs, sampleFaults, sampleOverview, samplePack } from '../../components/stories/sample-packs.ts';
import { Surface } from '../../components/Surface.tsx';
import { germanTexts } from '../../lib/texts/table-texts.ts';

afterEach(cleanup);

function show(props: Partial<PacksProps> = {}): void {
  render(<Surface texts={germanTexts}><Packs overview={sampleOverview} {...packActs} {...props} /></Surface>);
}

function choose(file: File): void {
  const input = screen.getByLabelText('Datenbestand aus einer Datei hinzufügen');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  fireEvent.change(input);
}

describe('packs', () => {
  it('can be switched, removed if they are one\'s own, and taken back', async () => {
    const onSwitch = vi.fn<PacksProps['onSwitch']>(packActs.onSwitch);
    const onUndo = vi.fn<PacksProps['onUndo']>(packActs.onUndo);
    show({ onSwitch, onUndo });
    fireEvent.click(screen.getByRole('checkbox', { name: `„${samplePack.title}“ verwenden` }));
    expect(onSwitch).toHaveBeenCalledWith('norden', false);
    expect(await screen.findByText(`„${samplePack.title}“ wird nicht verwendet.`)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /entfernen$/ })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }));
    expect(onUndo).toHaveBeenCalled();
  });

  it('from a file are shown before they are installed: what changes, and what others say', async () => {
    const onInstall = vi.fn<PacksProps['onInstall']>(packActs.onInstall);
    show({ onInstall });
    choose(new File(['{}'], 'norden.json'));
    expect(await screen.findByText('Ersetzt die vorhandene Fassung.')).toBeTruthy();
    expect(screen.getByText('Neu (1)')).toBeTruthy();
    expect(screen.getByText('Nordlicht hat 40 Millionen Euro eingesammelt.')).toBeTruthy();
    expect(onInstall).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Ersetzen' }));
    await waitFor(() => expect(onInstall).toHaveBeenCalledWith('{}'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Ersetzen' })).toBeNull());
  });

  it('with a fault show the place, what stands there and what to do', async () => {
    show({ onPreview: async () => ({ ok: true, value: { faults: sampleFaults } }) });
    choose(new File(['{}'], 'norden.json'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Es wurde nichts geändert.');
    expect(alert.textContent).toContain('Die Prüfsumme passt nicht zum Inhalt.');
    expect(alert.textContent).toContain('Stelle: entities[nordlicht].forms[0].inflection');
    expect(alert.textContent).toContain('Dort steht: „noun“');
  });

  it('of 200 MB are refused without being read', async () => {
    const onPreview = vi.fn<PacksProps['onPreview']>(packActs.onPreview);
    show({ onPreview });
    const huge = new File(['x'], 'riesig.json');
    Object.defineProperty(huge, 'size', { value: 200 * 1024 * 1024 });
    const read = vi.spyOn(huge, 'text');
    choose(huge);
    expect((await screen.findByRole('alert')).textContent).toContain('Die Datei ist zu groß. Erwartet werden höchstens 32 MiB');
    expect([read.mock.calls.length, onPreview.mock.calls.length]).toEqual([0, 0]);
  });
});
