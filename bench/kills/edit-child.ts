import { editUntilKilled } from '../../electron/testing/draft-journal-child.ts';

// node dist/bench/edit-child.js <folder> <bytes before compacting> [with rebases]
// Edits a draft through main's store, saying each acknowledged edit, until it is killed.

await editUntilKilled(process.argv.slice(2));
