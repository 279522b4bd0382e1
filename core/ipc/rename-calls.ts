import { z } from 'zod';
import { mostNamesAtOnce } from '../rename/name-pattern.ts';
import { answers, readerText, typed } from './call.ts';

export const renameCalls = {
  /**
   * The names with everything a regular expression finds in them replaced, worked out in a thread that is ended where it
   * takes too long. A new call ends the one before, which answers `cancelled`.
   */
  replacePattern: answers<readonly string[]>()(
    z.object({
      find: typed,
      replacement: typed,
      matchCase: z.boolean(),
      names: z.array(readerText).max(mostNamesAtOnce),
    }),
  ),
};
