import { editUntilKilled } from '../../electron/readers/draft-journal.kill.fixture.ts';

// node dist/bench/edit-child.js <folder> <bytes before compacting> [with rebases]
// Edits a draft through main's store, saying each acknowledged edit, until it is killed.

await editUntilKilled(process.argv.slice(2));
