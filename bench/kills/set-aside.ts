import { readdir } from 'node:fs/promises';

/** Whether a folder holds files that could not be read: the product keeps them under names that say so. */
export async function hasSetAside(folder: string): Promise<boolean> {
  const names = await readdir(folder, { recursive: true });
  return names.some((name) => /\.(unreadable|damaged)-/.test(name));
}
