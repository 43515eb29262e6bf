/** Things kept for their owner alone: the folder that is kept in step with its handle, what was seen in it, when a file was last saved. */
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Access } from './access.ts';

/** Under which name stands when a file of the whole notebook was last saved (ms). */
export const lastSavedPlace = 'last-saved';

/** What can be kept, by name. A `FileSystemDirectoryHandle` survives as it is. */
export interface Places {
  /** Gives what was kept under this name, or undefined. */
  get<T>(id: string): Promise<Answer<T | undefined>>;
  put(id: string, value: unknown): Promise<Answer<null>>;
  drop(id: string): Promise<Answer<null>>;
}

/** Takes the way into the database; gives the places. */
export function createPlaces({ read, write }: Access): Places {
  return {
    get: <T>(id: string) => read(async ({ places, readonly }) => (readonly ? undefined : ((await places.get(id))?.value as T | undefined))),
    put: (id, value) =>
      write(['places'], async ({ places }) => {
        await places.put({ id, value });
        return success(null);
      }),
    drop: (id) =>
      write(['places'], async ({ places }) => {
        await places.delete(id);
        return success(null);
      }),
  };
}
