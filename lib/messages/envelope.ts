/** The wrapping that `@webext-core/messaging` puts round a call, for the two senders that cannot use the library itself. */

export interface Envelope {
  id: number;
  type: string;
  data: unknown;
  timestamp: number;
}

/** Takes a call's name and data; gives the message as the library's listener expects it. `id` only serves its tracing. */
export function envelope(type: string, data: unknown): Envelope {
  return { id: 0, type, data, timestamp: Date.now() };
}

/** Takes the listener's reply; gives what the handler answered, undefined when there was none. */
export function unwrap(reply: unknown): unknown {
  return typeof reply === 'object' && reply !== null && 'res' in reply ? reply.res : undefined;
}
