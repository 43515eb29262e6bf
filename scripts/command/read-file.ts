/** A file's bytes as text: gzip by its magic bytes, a byte order mark, an HTML page's own charset; binary files are refused. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Fault, oneLine } from './fault.ts';

/** No article is larger than this; an unpacked file beyond it is refused, so that a small gzip cannot fill the memory. */
const largestBytes = 256 * 1024 * 1024;

export interface ReadFile {
  text: string;
  html: boolean;
}

/** Reads an article's file; throws a `Fault` with the file's name, what is wrong and how to mend it. */
export function readArticleFile(path: string): ReadFile {
  const bytes = unpack(read(path), path);
  if (bytes.length === 0) throw new Fault('empty', `${path}: the file is empty; give an article of at least one sentence.`);
  const name = path.replace(/\.gz$/i, '');
  const html = /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(bytes.subarray(0, 512).toString('latin1'));
  const text = decode(bytes, html, path);
  if (text.trim() === '') throw new Fault('empty', `${path}: the file holds nothing but white space; give an article of at least one sentence.`);
  return { text, html };
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'no such file; check the path' : code === 'EISDIR' ? 'this is a folder; name a file' : code === 'EACCES' ? 'not readable; check its permissions' : oneLine(error);
    throw new Fault('unreadable', `${path}: ${why}.`);
  }
}

function unpack(bytes: Buffer, path: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBytes });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Fault('bad-gzip', tooLarge ? `${path}: unpacks to more than ${largestBytes / 1024 / 1024} MiB; split it.` : `${path}: broken gzip (${oneLine(error)}); pack it again.`);
  }
}

function decode(bytes: Buffer, html: boolean, path: string): string {
  const charset = html ? (declaredCharset(bytes) ?? 'utf-8') : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  if (charset !== 'utf-16le' && bytes.subarray(0, 65_536).includes(0)) throw new Fault('binary', `${path}: this is a binary file; give plain text or HTML.`);
  try {
    // Plain text keeps even a byte order mark out of the text only where it is one: offsets count from the first letter.
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new Fault('bad-encoding', `${path}: not valid ${charset.toUpperCase()}${firstBadByte(bytes, charset)}; convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8.`);
  }
}

/** The charset an HTML page declares in its first kilobyte, if this machine can decode it. */
function declaredCharset(bytes: Buffer): string | undefined {
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1];
  try {
    return declared === undefined ? undefined : new TextDecoder(declared).encoding;
  } catch {
    return undefined;
  }
}

/** Where UTF-8 breaks, as ` at byte N`; empty for other encodings. */
function firstBadByte(bytes: Buffer, charset: string): string {
  if (charset !== 'utf-8') return '';
  const good = Buffer.from(new TextDecoder().decode(bytes));
  let at = 0;
  while (at < bytes.length && bytes[at] === good[at]) at += 1;
  return ` at byte ${at}`;
}
