import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaInChat } from './control-api.js';
import type { State } from './state.js';

export interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Files that went through the platforms; on disk beside the state when that is kept. */
export class Media {
  private readonly files: Record<string, StoredFile>;
  private readonly bytes = new Map<string, Buffer>();
  private readonly folder: string | undefined;

  constructor(private readonly state: State) {
    this.files = state.branch('media', {});
    this.folder = state.file && `${state.file}.media`;
    if (this.folder) this.openFolder(this.folder);
  }

  put(file: UploadedFile): StoredFile {
    const id = randomUUID();
    const stored: StoredFile = {
      id,
      name: file.name,
      mimeType: file.mimeType,
      size: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    };
    if (this.folder) writeFileSync(join(this.folder, id), file.bytes, { mode: 0o600 });
    else this.bytes.set(id, file.bytes);
    this.files[id] = stored;
    this.state.changed();
    return stored;
  }

  find(id: string): StoredFile | undefined {
    return this.files[id];
  }

  read(file: StoredFile): Buffer {
    return this.folder ? readFileSync(join(this.folder, file.id)) : this.bytes.get(file.id)!;
  }

  inChat(file: StoredFile): MediaInChat {
    return { url: `/api/media/${file.id}`, mimeType: file.mimeType, fileName: file.name, size: file.size, sha256: file.sha256 };
  }

  /** Files that the state does not know are left over from one that was deleted, or from a kill. */
  private openFolder(folder: string): void {
    mkdirSync(folder, { recursive: true });
    for (const id of readdirSync(folder)) if (!this.files[id]) rmSync(join(folder, id), { force: true });
  }
}
