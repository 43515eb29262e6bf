/** All that is asked of a folder that some service keeps in step: the browser's handle (`handle-folder.ts`), Node's file system (the command), or a test's map. */
export interface Folder {
  /** The names and sizes (bytes) of the files in it; folders are not looked into. */
  list(): Promise<readonly { name: string; size: number }[]>;
  read(name: string): Promise<Uint8Array>;
  /** Writes a file whose name says its content, so one that is there already is the same or a broken copy of it. Is done when the file is whole. */
  write(name: string, content: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Removes a file; one that is not there is no fault. */
  remove(name: string): Promise<void>;
}
