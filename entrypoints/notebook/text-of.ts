/** A stream of bytes as text; a byte that is no UTF-8 ends it with an error, which the reading turns into a fault. */
export async function* textOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = stream.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
