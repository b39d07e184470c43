// Answers for every position of a slider, by their address, which names their case.

const KEPT = 4;
const PATHS = new Map();

export const pathsOf = (address) => PATHS.get(address);

export function keepPaths(address, paths) {
  PATHS.set(address, paths);
  if (PATHS.size > KEPT) PATHS.delete(PATHS.keys().next().value);
}

// Says whether there is news. What could not be had is asked for again the next time.
export async function fetchPaths(address) {
  if (!address || PATHS.has(address)) return false;
  keepPaths(address, null);
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    keepPaths(address, await answer.json());
  } catch (error) {
    console.debug(error);
    PATHS.delete(address);
    return false;
  }
  return true;
}
