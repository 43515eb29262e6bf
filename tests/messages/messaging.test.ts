import { fakeBrowser } from '../fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackgroundCalls } from '../../lib/messages/calls.ts';
import { failure, success } from '../../lib/messages/failures.ts';
import { answerInBackground, askBackground, askReader, type Handlers } from '../../lib/messages/messaging.ts';
import { answerInReader, type ReaderHandlers } from '../../lib/messages/reader-messages.ts';
import { sendSighted } from '../../lib/messages/send-sighted.ts';
import type { Sender } from '../../lib/messages/caller.ts';
import { exampleFlag } from '../store/example-flag.ts';

const own = fakeBrowser.runtime.id;
const pageSender: Sender = {
  id: own, url: 'https://zeitung.example/netz/artikel', frameId: 0, documentId: 'D1', tab: { id: 7, incognito: false } as NonNullable<Sender['tab']>,
};
const popupSender: Sender = { id: own, url: fakeBrowser.runtime.getURL('/popup.html') };

let stop: () => void = () => {};

const listen = (handlers: Partial<Handlers<BackgroundCalls>>) => {
  stop();
  stop = answerInBackground(handlers as Handlers<BackgroundCalls>);
};

beforeEach(() => {
  stop();
  fakeBrowser.reset();
});

/** Sends straight to the listener that the messenger added, and waits for its reply, as it goes over the wire. */
async function rawReply(type: string, data: unknown, sender: Sender): Promise<unknown> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger({ id: 1, type, data, timestamp: 1 }, sender, (value: unknown) => resolve((value as { res: unknown }).res));
  });
}

async function reply(type: string, data: unknown, sender: Sender): Promise<unknown> {
  const raw = await rawReply(type, data, sender);
  return typeof raw === 'string' ? (JSON.parse(raw) as unknown) : raw;
}

describe('a call to the background', () => {
  it('reaches its handler with checked data and the caller the browser names', async () => {
    const keepFlag = vi.fn<Handlers<BackgroundCalls>['keepFlag']>(async ({ flag }) => success({ flag, state: 'exact' }));
    listen({ keepFlag });
    const answer = await reply('keepFlag', { flag: { ...exampleFlag(), admin: true }, more: 1 }, pageSender);
    expect(answer).toEqual({ ok: true, value: { flag: exampleFlag(), state: 'exact' } });
    expect(keepFlag).toHaveBeenCalledWith({ flag: exampleFlag() }, { kind: 'page', tab: 7, document: 'D1', url: pageSender.url, incognito: false });
  });

  // Firefox took 70 ms of the page's time to hand over the notes of a long article as objects.
  it('is answered in text where a page asks', async () => {
    listen({ deleteFlag: async () => failure('flag_unknown', 'gone') });
    expect(await rawReply('deleteFlag', { id: exampleFlag().id }, pageSender)).toBe('{"ok":false,"error":{"code":"flag_unknown","detail":"gone"}}');
    expect(await rawReply('deleteFlag', { id: exampleFlag().id }, popupSender)).toEqual(failure('flag_unknown', 'gone'));
  });

  it('with data that does not fit is refused with the place of the fault', async () => {
    listen({});
    expect(await reply('deleteFlag', { id: 7 }, pageSender)).toMatchObject({ ok: false, error: { code: 'bad_request', detail: expect.stringMatching(/^id: /) } });
    expect(await reply('keepFlag', { flag: exampleFlag({ id: 'no uuid' }) }, pageSender)).toMatchObject({ error: { code: 'bad_request', detail: expect.stringMatching(/^flag\.id: /) } });
    expect(await reply('annotate', { token: 't', article: { text: 'ab', blocks: [{ kind: 'lead', begin: 0, end: 9 }], signals: {} } }, pageSender)).toMatchObject({ error: { code: 'bad_request' } });
  });

  it('that concerns other tabs or all settings is refused to a page', async () => {
    listen({});
    for (const [name, data] of [['annotateTab', { tab: 8 }], ['explainTab', { tab: 8 }], ['setDensity', { density: 'core' }], ['cards', { entities: [] }]] as const) {
      expect(await reply(name, data, pageSender)).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
    }
  });

  it('from a stranger, a subframe or a page that is none is refused', async () => {
    listen({});
    const strangers: Sender[] = [{ ...pageSender, id: 'other' }, { ...pageSender, frameId: 3 }, { ...pageSender, url: '' }, { id: own, url: 'https://zeitung.example/' }];
    for (const sender of strangers) expect(await reply('deleteFlag', { id: 'a' }, sender)).toMatchObject({ error: { code: 'not_permitted' } });
  });

  it('whose handler throws comes back as a failure', async () => {
    listen({ deleteFlag: () => { throw new TypeError('oops'); } });
    expect(await reply('deleteFlag', { id: 'a' }, popupSender)).toEqual({ ok: false, error: { code: 'internal', detail: 'TypeError: oops' } });
  });

  it('cuts what a page says of itself instead of refusing the page', async () => {
    const sighted = vi.fn<Handlers<BackgroundCalls>['sighted']>(() => success({ inject: false }));
    listen({ sighted });
    await reply('sighted', { token: 't', sample: '', signals: { title: 'x'.repeat(100_000), sections: Array.from({ length: 999 }, () => 's') } }, pageSender);
    const [data] = sighted.mock.calls[0]!;
    expect(data.signals.title).toHaveLength(2_000);
    expect(data.signals.sections).toHaveLength(200);
  });
});

describe('asking', () => {
  it('gives the answer, typed by the name', async () => {
    listen({ setDensity: ({ density }) => success({ density, hidden: [], off: false, ephemeral: false }) });
    const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: { type: string; data: unknown }, callback: (value: unknown) => void) => {
      callback({ res: await reply(message.type, message.data, popupSender) });
    }) as never);
    const answer = await askBackground('setDensity', { density: 'normal' });
    expect(answer.ok && answer.value.density).toBe('normal');
    sendMessage.mockRestore();
  });

  it('asks once more when the background died before it answered', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    sendMessage.mockImplementationOnce(((_message: unknown, callback: (value: unknown) => void) => callback(undefined)) as never);
    sendMessage.mockImplementationOnce(((_message: unknown, callback: (value: unknown) => void) => callback({ res: success(null) })) as never);
    expect(await askBackground('deleteFlag', { id: 'a' })).toEqual(success(null));
    expect(sendMessage).toHaveBeenCalledTimes(2);
    sendMessage.mockRestore();
  });

  it('says it when the extension is gone', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(await askBackground('deleteFlag', { id: 'a' })).toMatchObject({ ok: false, error: { code: 'context_gone' } });
    sendMessage.mockRestore();
  });

  it('a tab without reader gives a failure, not a fault', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('Could not establish connection. Receiving end does not exist.'));
    expect(await askReader(7, 'state', {})).toMatchObject({ ok: false, error: { code: 'no_receiver' } });
    sendMessage.mockRestore();
  });
});

describe('a call to the reader', () => {
  it('is heard from the extension only', async () => {
    const step = vi.fn<ReaderHandlers['step']>(() => success(null));
    stop = answerInReader({ step } as Partial<ReaderHandlers> as ReaderHandlers);
    expect(await reply('step', { direction: 1 }, popupSender)).toEqual(success(null));
    expect(await reply('step', { direction: 1 }, pageSender)).toMatchObject({ error: { code: 'not_permitted' } });
    expect(await reply('step', { direction: 5 }, popupSender)).toMatchObject({ error: { code: 'bad_request' } });
    expect(step).toHaveBeenCalledTimes(1);
  });
});

describe("the detector's tiny sender", () => {
  it('speaks so that the background understands', async () => {
    const sighted = vi.fn<Handlers<BackgroundCalls>['sighted']>(() => success({ inject: true }));
    listen({ sighted });
    const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: { type: string; data: unknown }) => ({ res: await reply(message.type, message.data, pageSender) })) as never);
    await sendSighted({ token: 't', signals: {}, sample: 'Ein Satz.' });
    expect(sighted).toHaveBeenCalledWith({ token: 't', signals: {}, sample: 'Ein Satz.' }, expect.objectContaining({ tab: 7 }));
    sendMessage.mockRestore();
  });

  it('asks once more when the background died over it, and no more than that', async () => {
    const sendMessage = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('The message port closed before a response was received.'));
    await sendSighted({ token: 't', signals: {}, sample: 'Ein Satz.' });
    expect(sendMessage).toHaveBeenCalledTimes(2);
    sendMessage.mockReset().mockResolvedValue({ res: success({ inject: true }) } as never);
    await sendSighted({ token: 't', signals: {}, sample: 'Ein Satz.' });
    expect(sendMessage).toHaveBeenCalledTimes(1);
    sendMessage.mockRestore();
  });
});
