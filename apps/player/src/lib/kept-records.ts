/**
 * What this browser keeps of a listener, by name. It is written at once and outlives a crash of the
 * browser: what `localStorage` is told may be lost for some seconds.
 */
const storeName = 'kept'

let opened: Promise<IDBDatabase> | null = null

/** What was kept under that name; null without it, or where the browser keeps nothing. */
export async function readKept(name: string): Promise<unknown> {
  try {
    const store = (await database()).transaction(storeName).objectStore(storeName)
    return (await answered(store.get(name))) ?? null
  } catch {
    return null
  }
}

/** Keeps something under that name. It is on its way when this returns, also as the page goes. */
export async function keep(name: string, value: unknown): Promise<void> {
  try {
    const change = (await database()).transaction(storeName, 'readwrite')
    change.objectStore(storeName).put(value, name)
    change.commit()
    await finished(change)
  } catch {
    // The browser blocks storage, or it is full: it lasts as long as the page.
  }
}

/** Lets go of all whose name does not end like this. */
export async function dropKept(ending: string): Promise<void> {
  try {
    const change = (await database()).transaction(storeName, 'readwrite')
    const store = change.objectStore(storeName)
    const names = await answered(store.getAllKeys())
    for (const name of names) if (!String(name).endsWith(ending)) store.delete(name)
    await finished(change)
  } catch {
    // Nothing is kept here.
  }
}

function database(): Promise<IDBDatabase> {
  opened ??= (() => {
    const asked = indexedDB.open('segue', 1)
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(storeName))
    return answered(asked)
  })()
  return opened
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })
}

function finished(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.addEventListener('complete', () => resolve())
    change.addEventListener('abort', () => reject(change.error ?? new Error('not kept')))
  })
}
