import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPackFile } from '#domain/pack/container';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import type { PackPlan } from './make-pack.ts';

/** One pack is made at a time; a few may wait. */
const limited = limitConcurrency({ running: 1, waiting: 8 });

const fileName = (packId: string, state: string): string => `${packId}_${state}.omod`;

/** Packs as files, each named by its state, so that what is there is right. */
export class PackShelf {
  readonly #folder: string;
  readonly #make: (plan: PackPlan) => Promise<Uint8Array>;
  readonly #making = new Map<string, Promise<boolean>>();

  constructor(dataDirectory: string, make: (plan: PackPlan) => Promise<Uint8Array>) {
    this.#folder = join(dataDirectory, 'packs');
    this.#make = make;
  }

  /** Length of the file; null while it is not made. */
  async sizeOf({ packId, state }: PackPlan): Promise<number | null> {
    return stat(join(this.#folder, fileName(packId, state))).then(
      ({ size }) => size,
      () => null,
    );
  }

  /**
   * The file of a pack that was made; null when there is none.
   * @param packId checked by the caller, like the state: both become a file name
   */
  async read(packId: string, state: string): Promise<Buffer | null> {
    return readFile(join(this.#folder, fileName(packId, state))).catch(() => null);
  }

  /**
   * Makes the file unless it is there; those who ask for the same one wait for the same work.
   * @returns false when too much is being made already
   */
  async ensure(plan: PackPlan): Promise<boolean> {
    if ((await this.sizeOf(plan)) !== null) return true;
    const name = fileName(plan.packId, plan.state);
    const running = this.#making.get(name);
    if (running !== undefined) return running;
    const making = limited(() => this.#write(plan, name))
      .then((outcome) => outcome.ok)
      .finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
  }

  async #write(plan: PackPlan, name: string): Promise<void> {
    const bytes = await this.#make(plan);
    if (!readPackFile(bytes).ok) throw new Error(`the pack ${name} cannot be read back`);
    await mkdir(this.#folder, { recursive: true });
    const temporary = join(this.#folder, `.${name}.${randomBytes(6).toString('hex')}`);
    await writeFile(temporary, bytes);
    await rename(temporary, join(this.#folder, name));
    for (const other of await readdir(this.#folder)) {
      const isOlder = other.startsWith(`${plan.packId}_`) && other !== name;
      if (isOlder) await rm(join(this.#folder, other), { force: true });
    }
  }
}
