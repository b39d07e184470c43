// Answers for every position of a slider, by the name of their case.

const KEPT = 4;
const PATHS = new Map();

export const pathsOf = (id) => PATHS.get(id);

export function keepPaths(id, paths) {
  PATHS.set(id, paths);
  if (PATHS.size > KEPT) PATHS.delete(PATHS.keys().next().value);
}

// Says whether there is news. What could not be had is asked for again the next time.
export async function fetchPaths(id, address = `/paths/${id}`) {
  if (!id || PATHS.has(id)) return false;
  keepPaths(id, null);
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    keepPaths(id, await answer.json());
  } catch (error) {
    console.debug(error);
    PATHS.delete(id);
    return false;
  }
  return true;
}
