import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reader } from '../../core/readers/reader.ts';
import { ImportWizard } from '../../e2e/pages/import-wizard.ts';
import { amount, type Figure } from '../measure/figure.ts';
import { makeCampus } from '../window/bench-desk.ts';
import { framesWhile } from '../window/every-frame.ts';

/** One name in so many is another than in the list. */
const renamedEvery = 100;

/** How long the window draws no frame, so takes no key either, while a file as long as its list is imported. */
export async function importInWindow(folder: string, readers: number): Promise<Figure[]> {
  const userDataDir = join(folder, 'data');
  await mkdir(userDataDir);
  const campus = await makeCampus(userDataDir, readers);
  const size = `${readers.toLocaleString('en')} rows`;
  try {
    const { app, desk, page, open, list } = await campus.start();
    await open();
    const file = join(folder, 'doors.csv');
    await writeFile(file, exported(list, renamedEvery));
    const wizard = new ImportWizard({ nextOpenDialog: (paths) => app.nextOpenDialog(paths), desk });
    const longest = async (work: () => Promise<void>) => Math.max(...(await framesWhile(page, work)));
    const previewMs = await longest(async () => {
      await wizard.open(file);
      await wizard
        .row('First lines', list[0]?.id ?? '')
        .first()
        .waitFor();
    });
    const compareMs = await longest(() => wizard.compare());
    const applyMs = await longest(async () => {
      await wizard.apply(`Import ${Math.ceil(readers / renamedEvery).toLocaleString('en')} readers`);
      await desk.saved.waitFor();
    });
    const everyName = join(folder, 'every-name.csv');
    await writeFile(everyName, exported(list, 1));
    await wizard.open(everyName);
    await wizard.compare();
    const applyAllMs = await longest(async () => {
      await wizard.apply(`Import ${readers.toLocaleString('en')} readers`);
      await desk.saved.waitFor();
    });
    await app.close();
    return [
      amount(`window held up at most, file to preview, ${size}`, previewMs, 'ms', 100),
      amount(`window held up at most, columns and comparison, ${size}`, compareMs, 'ms', 100),
      amount(`window held up at most, applied and saved, ${size}`, applyMs, 'ms', null),
      amount(`window held up at most, every name another, applied and saved, ${size}`, applyAllMs, 'ms', null),
    ];
  } finally {
    await campus.close();
  }
}

/** One name in `every` is another. */
function exported(list: readonly Reader[], every: number): string {
  const lines = list.map(({ id, name }, at) => `${id},"${at % every === 0 ? `${name} (${every})` : name}"`);
  return ['Reader ID,Reader name', ...lines].join('\r\n');
}
