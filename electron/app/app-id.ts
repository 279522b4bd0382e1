/** By which Windows knows that the running app and the shortcut its installer made are one. */
export const appId = 'app.reader-desk';
