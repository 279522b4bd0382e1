/** What is used of Electron's `app`. */
interface PathsPort {
  getPath(name: 'documents' | 'home'): string;
}

/** Where file dialogs begin: the person's documents, or their home where the system names no such folder. */
export function documentsFolder(app: PathsPort): string {
  try {
    return app.getPath('documents');
  } catch {
    // Electron throws where the folder is on a drive or a share that is not there.
    return app.getPath('home');
  }
}
