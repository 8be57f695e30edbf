// Mail that is dropped on the window: single files as they are, folders with all that lies in them.

/** What mail programs save under. A file without an ending may be a message of a Maildir. */
export const ENDINGS = ".eml,.mbox,.mbx,.msg";
/** Folders within folders that are looked into. */
const DEEPEST = 32;

/** Whether a file may hold mail, by its name: by its ending, or as Maildirs and mbox files are named. */
export function mayHoldMail(name: string): boolean {
  const ending = /\.[^./]*$/.exec(name)?.[0].toLowerCase() ?? "";
  return (
    ENDINGS.split(",").includes(ending) || ending === "" || /^\d{6,}\..+(:2,[A-Za-z]*)?$/.test(name)
  );
}

/** Whether a file begins as a message or a mailbox does; the small print of servers does not. */
async function beginsLikeMail(file: File): Promise<boolean> {
  return /^(From |[\x21-\x39\x3b-\x7e]+:)/.test(await file.slice(0, 200).text());
}

function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => {
    entry.file(resolve, () => {
      resolve(undefined);
    });
  });
}

/** All entries of a folder; engines give them piece by piece until a piece is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (piece.length === 0) return all;
    all.push(...piece);
  }
}

async function within(folder: FileSystemDirectoryEntry, depth: number): Promise<File[]> {
  const entries = await entriesOf(folder);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const isMaildir = entries.some((entry) => entry.isDirectory && /^(cur|new)$/.test(entry.name));
  const inMaildir = /^(cur|new)$/.test(folder.name);
  const files: File[] = [];
  for (const entry of entries) {
    if (entry.isDirectory) {
      // What lies in a Maildir's tmp is not whole yet.
      if (depth < DEEPEST && !(isMaildir && entry.name === "tmp"))
        files.push(...(await within(entry as FileSystemDirectoryEntry, depth + 1)));
    } else if (inMaildir || (mayHoldMail(entry.name) && !entry.name.startsWith("."))) {
      const file = await fileOf(entry as FileSystemFileEntry);
      const bare = !inMaildir && !entry.name.includes(".");
      if (file && (!bare || (await beginsLikeMail(file)))) files.push(file);
    }
  }
  return files;
}

/**
 * The files of a drop, those in its folders included. `wrong` names one that was dropped by itself
 * and holds no mail. The entries must be taken before anything is awaited: a drop ends with its event.
 */
export async function droppedMail(
  transfer: DataTransfer,
): Promise<{ files: File[]; wrong: string | undefined; folders: boolean }> {
  const things = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files: File[] = [];
  let wrong: string | undefined;
  let folders = false;
  for (const { entry, file } of things) {
    if (entry?.isDirectory) {
      folders = true;
      files.push(...(await within(entry as FileSystemDirectoryEntry, 0)));
    } else if (file) {
      if (mayHoldMail(file.name)) files.push(file);
      else wrong ??= file.name;
    }
  }
  return { files, wrong, folders };
}
