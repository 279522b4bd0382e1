import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { openSettingsFile } from '../store/settings-file.ts';
import type { WindowPlace } from './window-place.ts';

/** The window's place across starts. */
export interface WindowPlaceStore {
  read(): WindowPlace;
  write(place: WindowPlace): Result<void, AppError>;
}

const pixels = z.int();

const version1 = z.object({
  version: z.literal(1),
  bounds: z.object({ x: pixels, y: pixels, width: pixels.positive(), height: pixels.positive() }).nullable(),
  maximised: z.boolean(),
});

/** Opens `window.json` in `folder`. */
export async function openWindowPlaceStore(
  folder: string,
  now: () => Date,
): Promise<{ readonly place: WindowPlaceStore; readonly notices: readonly AppError[] }> {
  const { file, notices } = await openSettingsFile<z.infer<typeof version1>>(
    folder,
    {
      name: 'window',
      what: 'the window’s place',
      fallback: { version: 1, bounds: null, maximised: false },
      migrate: (contents) => version1.safeParse(contents).data,
    },
    now,
  );
  return {
    notices,
    place: {
      read: () => file.read(),
      write: ({ bounds, maximised }) => file.write({ version: 1, bounds, maximised }),
    },
  };
}
