// The wall: shows each change of the class as it comes; F fills the screen.
import { watchClass } from "./looking.js";

const wall = document.getElementById("wall");

watchClass(wall, document.getElementById("lost"), () => ({ stage }) => {
  wall.innerHTML = stage;
  return true;
});
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "f" || event.altKey || event.ctrlKey || event.metaKey) return;
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
});
