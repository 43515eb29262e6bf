/** This device's name among the reader's devices: random, kept in the extension's storage, told to nobody but the files the reader makes. */
import { storage } from '@wxt-dev/storage';

const key = 'local:device';

/** For this session, where the browser keeps nothing. */
let meanwhile: string | undefined;

/** Gives the name, making it at the first call. Never throws. */
export async function deviceName(): Promise<string> {
  try {
    const known = await storage.getItem<unknown>(key);
    if (typeof known === 'string' && /^\w{1,40}$/.test(known)) return known;
    const made = newDeviceName();
    await storage.setItem<string>(key, made);
    return made;
  } catch {
    return (meanwhile ??= newDeviceName());
  }
}

/** A new name: 16 random hexadecimal digits. */
export function newDeviceName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
