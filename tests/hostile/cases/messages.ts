/** Messages that are not what they say: of other senders, about other pages, with more in them than the call map knows. */
import { fakeBrowser } from '../../fake-browser.ts';
import type { BackgroundCalls } from '../../../lib/messages/calls.ts';
import { rights, type Sender } from '../../../lib/messages/caller.ts';
import { failure } from '../../../lib/messages/failures.ts';
import { answerInBackground, type Handlers } from '../../../lib/messages/messaging.ts';
import { answerInReader, type ReaderHandlers } from '../../../lib/messages/reader-messages.ts';
import { backgroundSchemas } from '../../../lib/messages/schemas.ts';
import { exampleFlag } from '../../store/example-flag.ts';
import type { HostileCase } from '../hostile-case.ts';
import { lengthOf } from '../size.ts';

const own = fakeBrowser.runtime.id;
const page: Sender = { id: own, url: 'https://zeitung.example/a', frameId: 0, documentId: 'D1', tab: { id: 7, incognito: false } as NonNullable<Sender['tab']> };
const popup: Sender = { id: own, url: fakeBrowser.runtime.getURL('/popup.html') };
const calls = Object.keys(backgroundSchemas) as (keyof BackgroundCalls)[];

const strangers: Readonly<Record<string, Sender>> = {
  'another extension': { ...page, id: 'another' }, 'another extension’s page': { id: 'another', url: 'chrome-extension://another/popup.html' }, 'a frame in the page': { ...page, frameId: 3 }, 'a page without address': { ...page, url: '' }, 'a page without tab': { id: own, url: page.url! }, 'a site named like us': { ...page, url: `https://${own}.example/popup.html`, frameId: 1 }, 'nobody': {},
};

/** Asks the background as this sender; gives whether a handler was reached, and with what. */
async function ask(name: string, data: unknown, sender: Sender): Promise<{ reached: unknown[]; answer: unknown }> {
  const reached: unknown[] = [];
  const handlers = Object.fromEntries(calls.map((call) => [call, (checked: unknown) => (reached.push(checked), failure('internal', 'reached'))])) as unknown as Handlers<BackgroundCalls>;
  fakeBrowser.reset();
  const stop = answerInBackground(handlers);
  try {
    const answer = await new Promise((resolve) => {
      const late = setTimeout(() => resolve(undefined), 200);
      const done = (value: unknown): void => {
        clearTimeout(late);
        const { res } = (value ?? {}) as { res?: unknown };
        resolve(typeof res === 'string' ? JSON.parse(res) : res);
      };
      void fakeBrowser.runtime.onMessage.trigger({ id: 1, type: name, data, timestamp: 1 }, sender, done);
    });
    return { reached, answer };
  } finally {
    stop();
  }
}

/** Asks a reader as this sender; gives the calls that got through. */
async function askReader(message: unknown, sender: Sender): Promise<unknown[]> {
  const reached: unknown[] = [];
  const handlers = new Proxy({}, { get: (_target, name) => (data: unknown) => (reached.push([name, data]), failure('internal', 'reached')) }) as ReaderHandlers;
  fakeBrowser.reset();
  const stop = answerInReader(handlers);
  void fakeBrowser.runtime.onMessage.trigger(message, sender, () => {});
  await new Promise((resolve) => setTimeout(resolve, 5));
  stop();
  return reached;
}

const text = 'a'.repeat(200);
/** Data that fits each call, for the strangers; and for a page that may ask, data that does not. */
const fits: Partial<Record<keyof BackgroundCalls, unknown>> = { deleteFlag: { id: 'a' }, restoreFlag: { id: 'a' }, annotate: { token: 't', article: { text, signals: {} } }, sighted: { token: 't', signals: {}, sample: text }, keepFlag: { flag: exampleFlag() }, cards: { entities: [] }, annotateTab: { tab: 1 }, explainTab: { tab: 1 }, setDensity: { density: 'core' }, setOff: { site: 'a', off: true }, setHidden: { site: 'a', hidden: [] }, dismissals: {}, pageDrafts: {} };

const misfits: readonly [keyof BackgroundCalls, string, unknown][] = [
  ['annotate', 'no article', { token: 't' }], ['annotate', 'a text of another kind', { token: 't', article: { text: 7, signals: {} } }], ['annotate', 'eleven million letters', { token: 't', article: { text: 'a'.repeat(lengthOf(10_000_001) + 10_000_001), signals: {} } }], ['annotate', 'blocks that overlap', { token: 't', article: { text, blocks: [{ kind: 'lead', begin: 5, end: 9 }, { kind: 'lead', begin: 0, end: 7 }], signals: {} } }], ['annotate', 'blocks outside the text', { token: 't', article: { text, blocks: [{ kind: 'lead', begin: 0, end: 1e9 }], signals: {} } }], ['annotate', 'blocks of infinity', { token: 't', article: { text, blocks: [{ kind: 'lead', begin: 0, end: Infinity }], signals: {} } }], ['annotate', 'a kind that is a method', { token: 't', article: { text, blocks: [{ kind: 'constructor', begin: 0, end: 1 }], signals: {} } }], ['placeFlags', 'no text', { token: 't' }], ['placeFlags', 'a text that is a list', { token: 't', text: ['a'] }], ['annotate', 'a token of a megabyte', { token: 'a'.repeat(1_000_000), article: { text, signals: {} } }],
  ['sighted', 'a sample of a megabyte', { token: 't', signals: {}, sample: 'a'.repeat(1_000_000) }], ['sighted', 'signals that are a list', { token: 't', signals: 'x', sample: '' }],
  ['keepFlag', 'a flag without words', { flag: { ...exampleFlag(), quote: { exact: '', prefix: '', suffix: '' } } }], ['keepFlag', 'a link of a script', { flag: exampleFlag({ link: 'javascript:letIn=1' }) }], ['keepFlag', 'an id that is a prototype', { flag: exampleFlag({ id: '__proto__' }) }], ['keepFlag', 'a note of a megabyte', { flag: exampleFlag({ note: 'a'.repeat(1_000_000) }) }], ['keepFlag', 'a time that is none', { flag: exampleFlag({ created: Number.NaN }) }],
  ['changeFlag', 'an id that is an object', { id: { toString: 'x' } }], ['changeFlag', 'a stance that is none', { id: 'a', stance: 'letIn' }], ['changeFlag', 'a link of data', { id: 'a', link: 'data:text/html,x' }], ['deleteFlag', 'a list of ids', { id: ['a', 'b'] }], ['deleteFlag', 'nothing', undefined], ['deleteFlag', 'a pattern', { id: /./ }], ['card', 'neither name nor claim', { flag: 'a' }], ['keepDraft', 'a form of another kind', { draft: { id: 'a', form: 'x', changed: 1 } }], ['dropDraft', 'a number', { id: 1 }], ['restoreFlag', 'an id of a megabyte', { id: 'a'.repeat(1_000_000) }],
];

const readerMessages: readonly [string, unknown][] = [
  ['a call that does not exist', { type: 'eval', data: 'letIn=1' }], ['a call that is a method', { type: 'constructor', data: {} }], ['a call that is a prototype', { type: '__proto__', data: {} }], ['nothing', undefined], ['a text', 'show'], ['a place that is none', { type: 'show', data: { begin: -1, end: Number.NaN } }], ['settings of another kind', { type: 'settings', data: { density: 'letIn', hidden: 'x' } }], ['flags of another kind', { type: 'flagsChanged', data: { flags: [{ flag: null }] } }], ['a step of a hundred', { type: 'step', data: { direction: 100 } }],
];

export const messageCases: readonly HostileCase[] = [
  { id: 'a good message to the reader', tries: 'nothing: shows that these cases would notice a message that got through', run: async () => ((await askReader({ type: 'state', data: {} }, popup)).length === 1 ? [] : ['the reader did not hear it']) },
  { id: 'a good message to the background', tries: 'nothing: shows that these cases would notice a message that got through', run: async () => ((await ask('deleteFlag', { id: 'a' }, page)).reached.length === 1 ? [] : ['the handler was not reached']) },
  ...Object.entries(strangers).flatMap(([name, sender]) => calls.filter((call) => call in fits).map((call) => ({
    id: `${call} asked by ${name}`, tries: `a good message to ${call} from ${name}`,
    run: async () => ((await ask(call, fits[call], sender)).reached.length > 0 ? ['the handler was reached'] : []),
  }))),
  ...calls.filter((call) => rights[call] === 'extension').map((call) => ({
    id: `${call} asked by a page’s script`, tries: `a content script that asks for what concerns all pages: ${call}`,
    run: async () => ((await ask(call, fits[call] ?? {}, page)).reached.length > 0 ? ['the handler was reached'] : []),
  })),
  ...misfits.map(([call, name, data]) => ({
    id: `${call} with ${name}`, tries: `a message to ${call} with ${name} from a sender that may ask`,
    run: async () => {
      const { reached, answer } = await ask(call, data, rights[call] === 'extension' ? popup : page);
      return [...(reached.length > 0 ? ['the handler was reached'] : []), ...((answer as { error?: { code?: string } } | undefined)?.error?.code === 'bad_request' ? [] : ['it was not refused as a bad request'])];
    },
  })),
  ...readerMessages.map(([name, message]) => ({ id: `reader told ${name}`, tries: `a message to the reader that is ${name}`, run: async () => ((await askReader(message, popup)).length > 0 ? ['the reader heard it'] : []) })),
  ...Object.entries({ ...strangers, 'a page’s script': page }).map(([name, sender]) => ({ id: `reader asked by ${name}`, tries: `${name} that asks the reader for the page’s flags`, run: async () => ((await askReader({ type: 'state', data: {} }, sender)).length > 0 ? ['the reader answered'] : []) })),
  {
    id: 'more in a message than the call map knows', tries: 'fields of a message that no handler must ever see',
    run: async () => {
      const { reached } = await ask('deleteFlag', JSON.parse('{"id":"a","all":true,"__proto__":{"polluted":1},"constructor":{"x":1}}'), page);
      return JSON.stringify(reached) === '[{"id":"a"}]' ? [] : [`the handler saw ${JSON.stringify(reached)}`];
    },
  },
];
